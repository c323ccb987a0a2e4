import { getTranslations } from "next-intl/server";
import type { DossierName } from "@/lib/desk/read/open";

/** Asks to which dossier a new record belongs. */
export async function ChooseDossier({ dossiers }: { dossiers: DossierName[] }) {
  const t = await getTranslations("desk.new");
  if (dossiers.length === 0)
    return (
      <p className="notice">
        {t("noDossier")} <a href="/admin/dossiers/new">{t("addDossier")}</a>
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
          {dossiers.map(({ id, title }) => (
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
