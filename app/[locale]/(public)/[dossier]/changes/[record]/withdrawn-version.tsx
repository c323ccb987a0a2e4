import { useTranslations } from "next-intl";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { Day } from "@/components/public/frame/date-text";
import { goneTag } from "@/lib/domain/cache-tags";
import { noteTags } from "@/lib/published/note-tags";
import { changesPathOf } from "@/lib/record-paths";
import { localPath } from "@/lib/routes";
import { Frame } from "../../../frame";
import type { openRecordOf } from "./open-versions";

type Withdrawn = Extract<Awaited<ReturnType<typeof openRecordOf>>, { is: "withdrawn" }>;

/** What stands at the address of a version that was withdrawn: of what kind its record was, and since when it is not shown. */
export function WithdrawnVersion({ opened }: { opened: Withdrawn }) {
  const t = useTranslations("changeLog");
  const kinds = useTranslations("changes.kinds");
  const { locale, dossier, withdrawn, path } = opened;
  noteTags(goneTag);
  const changes = localPath(locale, changesPathOf(dossier.setting.slug));
  return (
    <Frame
      locale={locale}
      trail={[
        ...dossier.trail,
        { name: t("title"), href: changes },
        { name: t("gone"), href: localPath(locale, path) },
      ]}
    >
      <DossierHead setting={dossier.setting} />
      <p className="eyebrow mt-10">{kinds(withdrawn.kind)}</p>
      <h1 className="mt-1 max-w-4xl text-title">{t("gone")}</h1>
      <p className="mt-4 max-w-measure">{t.rich("goneOn", { day: () => <Day instant={withdrawn.at} /> })}</p>
      <p className="mt-4">
        <a href={changes}>{t("linkOf")}</a>
      </p>
    </Frame>
  );
}
