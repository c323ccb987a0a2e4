import { getTranslations } from "next-intl/server";
import { StateBadge } from "@/components/desk/state-badge";
import type { OpenEntry } from "@/lib/desk/read/open";
import { kinds } from "@/lib/domain/kinds/registry";

/** For those who may read a record but not change it: its state, and the ways to see it as readers do. */
export async function RecordState({ entry }: { entry: OpenEntry }) {
  const t = await getTranslations("desk");
  const { kind, id, state, publicPath } = entry;
  return (
    <div className="record-state">
      <p className="btn-row">
        <StateBadge state={state} label={t(`states.${state}`)} />
        <a href={`/admin/${kinds[kind].path}/${id}/preview`}>{t("form.preview")}</a>
        {publicPath && <a href={publicPath}>{t("form.onSite")}</a>}
      </p>
      <p className="text-muted">{t("record.readOnly")}</p>
    </div>
  );
}
