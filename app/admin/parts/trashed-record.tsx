import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import { OneAction } from "@/components/desk/one-action";
import { type Actor, may } from "@/lib/auth/actor";
import { trashedWith } from "@/lib/desk/bulk/read-change-set";
import type { OpenEntry } from "@/lib/desk/read/open";
import { undoBulk } from "../actions/bulk";
import { writeRecord } from "../actions/write-record";
import { rawWords } from "../wording/spec-words";

/** Says that a record is in the trash, and takes it out. */
export async function TrashedRecord({ actor, entry }: { actor: Actor; entry: OpenEntry }) {
  const [t, words] = await Promise.all([getTranslations("desk"), rawWords("desk.form")]);
  const { kind, id, version, dossier } = entry;
  const canRestore = may(actor, "write");
  const others = canRestore ? await trashedWith(actor, id) : null;
  return (
    <div className="notice notice-warn">
      <p>{t("record.trashed")}</p>
      {others && (
        <ActionForm action={undoBulk}>
          <input type="hidden" name="id" value={others.id} />
          <button className="btn">{t("bulk.untrashWith", { count: others.count - 1 })}</button>
        </ActionForm>
      )}
      {canRestore && (
        <OneAction
          write={writeRecord}
          label={t("form.untrash")}
          words={words}
          hidden={{
            _kind: kind,
            _id: id,
            _version: String(version),
            _dossier: dossier?.id ?? "",
            _intent: "untrash",
          }}
        />
      )}
    </div>
  );
}
