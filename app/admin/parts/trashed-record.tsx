import { getTranslations } from "next-intl/server";
import { OneAction } from "@/components/desk/one-action";
import type { OpenEntry } from "@/lib/desk/read/open";
import { writeRecord } from "../actions/write-record";
import { rawWords } from "../wording/spec-words";

/** Says that a record is in the trash, and takes it out. */
export async function TrashedRecord({ entry, canRestore }: { entry: OpenEntry; canRestore: boolean }) {
  const [t, words] = await Promise.all([getTranslations("desk"), rawWords("desk.form")]);
  const { kind, id, version, dossier } = entry;
  return (
    <div className="notice notice-warn">
      <p>{t("record.trashed")}</p>
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
