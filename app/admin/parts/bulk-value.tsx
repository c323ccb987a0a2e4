import { getTranslations } from "next-intl/server";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import type { FieldSpec } from "@/components/desk/form/form-spec";
import { ValueForm } from "@/components/desk/lists/value-form";
import type { Actor } from "@/lib/auth/actor";
import { atOnce } from "@/lib/desk/bulk/change-set";
import type { OpenChangeSet } from "@/lib/desk/bulk/read-change-set";
import { settableFields } from "@/lib/desk/bulk/set-field";
import { dossierById } from "@/lib/desk/read/choices";
import { setInBulk } from "../actions/set-in-bulk";
import { rawWords, specWords } from "../wording/spec-words";

interface WithValueProps {
  actor: Actor;
  set: OpenChangeSet;
  asked: Record<string, string | string[] | undefined>;
}

/** Which field of the records is set, chosen first; then to what, by the input of the records' own form. */
export async function WithValue({ actor, set, asked }: WithValueProps) {
  const [kind] = set.kinds;
  if (!kind) return null;
  const [words, dossier] = await Promise.all([
    specWords(),
    set.dossierId === null ? null : dossierById(actor, set.dossierId),
  ]);
  const { fields, countries } = buildFormSpec(kind, dossier?.sides ?? null, words);
  const settable = settableFields(kind);
  const offered = fields.filter(({ key }) => settable.includes(key));
  const chosen = offered.find(({ key }) => key === asked.field);
  return (
    <>
      <ChooseField offered={offered} chosen={chosen} />
      {chosen && (
        <ValueForm
          key={chosen.key}
          action={setInBulk}
          kind={kind}
          spec={alone(chosen)}
          mayBeEmpty={chosen.optional}
          countries={countries}
          hidden={{ id: set.id, version: set.version, field: chosen.key }}
          formWords={await rawWords("desk.form")}
          words={await valueWords(set, chosen)}
        />
      )}
    </>
  );
}

/** A field without what it has to do with others of its record. */
function alone(spec: FieldSpec): FieldSpec {
  const { follows: _follows, drawnWith: _drawnWith, ...own } = { ...spec, optional: false };
  if (own.kind === "partialDate") return { ...own, lastDay: undefined } as FieldSpec;
  return own.kind === "text" ? ({ ...own, person: undefined } as FieldSpec) : own;
}

async function valueWords({ counts: { waiting } }: OpenChangeSet, { label }: FieldSpec) {
  const t = await getTranslations("desk.bulk");
  return {
    help: t("valueHelp"),
    empties: t("empties", { label }),
    submit: t("run.set", { count: waiting }),
    waiting: t("setting"),
    inBackground: waiting > atOnce ? t("inBackground") : "",
  };
}

interface ChooseFieldProps {
  offered: readonly FieldSpec[];
  chosen: FieldSpec | undefined;
}

async function ChooseField({ offered, chosen }: ChooseFieldProps) {
  const t = await getTranslations("desk.bulk");
  return (
    <form className="mb-5 max-w-md space-y-4">
      <div>
        <label htmlFor="field" className="field-label">
          {t("field")}
        </label>
        <select id="field" name="field" defaultValue={chosen?.key} className="control">
          {offered.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="btn">{t("choose")}</button>
    </form>
  );
}
