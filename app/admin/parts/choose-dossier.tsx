import { getTranslations } from "next-intl/server";
import { type Actor, may } from "@/lib/auth/actor";
import { entryChoices } from "@/lib/desk/read/choices";
import type { DossierName } from "@/lib/desk/read/open";
import { FindForm } from "./find-form";

interface ChooseDossierProps {
  actor: Actor;
  /** Those to choose from; null where they are too many to be offered all. */
  among: DossierName[] | null;
  /** What was searched for among many. */
  find: string;
}

/** Asks to which dossier a new record belongs. */
export async function ChooseDossier({ actor, among, find }: ChooseDossierProps) {
  const t = await getTranslations("desk.new");
  if (among === null) return <FindDossier actor={actor} find={find} />;
  if (among.length === 0)
    return (
      <p className="notice">
        {t("noDossier")} {may(actor, "addDossier") && <a href="/admin/dossiers/new">{t("addDossier")}</a>}
      </p>
    );
  return (
    <form className="fields">
      <div className="field-frame">
        <label htmlFor="dossier" className="field-label">
          {t("chooseDossier")}
        </label>
        <p id="dossier-help" className="field-help">
          {t("chooseDossierHelp")}
        </p>
        <select id="dossier" name="dossier" aria-describedby="dossier-help" className="control control-wide">
          {among.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <button className="btn-main">{t("continue")}</button>
      </div>
    </form>
  );
}

/** A search among many dossiers; what it finds leads on to the form. */
async function FindDossier({ actor, find }: Pick<ChooseDossierProps, "actor" | "find">) {
  const [t, found] = await Promise.all([
    getTranslations("desk.new"),
    entryChoices(actor, "dossier", { q: find }),
  ]);
  return (
    <>
      <FindForm
        {...{ name: "find", value: find, isMain: true }}
        {...{ label: t("chooseDossier"), help: t("findDossierHelp"), submit: t("findDossier") }}
        none={found.length === 0 && t("noSuchDossier")}
      />
      <ul className="entry-lines">
        {found.map(({ id, title }) => (
          <li key={id}>
            <a href={`?dossier=${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
