import { useTranslations } from "next-intl";
import type { Reciprocity } from "@/lib/domain/reciprocity";
import { partiesInText, type Setting } from "../frame/setting";
import { decadeName } from "./decade-name";

/** Visits of each side by rank and decade: the figures of `VisitFigure`, and those of each rank. */
export function VisitCounts({ found, setting }: { found: Reciprocity; setting: Setting }) {
  const t = useTranslations("reciprocity");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  const caption = t("visitsCaption", { a, b });
  return (
    <div className="table-frame mt-6" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="label pb-3 text-left">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("rank")}</th>
            {found.decades.map((decade) => (
              <th key={decade ?? "undated"} scope="col" className="figure">
                {decadeName(decade, t)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t("all")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.visits.map(({ rank, each, all }) => (
            <tr key={rank}>
              <th scope="row">{word(rank)}</th>
              {[...each, all].map((one, index) => (
                <td key={index} className={index < each.length ? "figure" : "figure key"}>
                  {t("both", { a: one.a, b: one.b })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
