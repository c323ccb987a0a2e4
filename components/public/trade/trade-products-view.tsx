import { useLocale, useTranslations } from "next-intl";
import { below } from "@/lib/domain/paths";
import { showPeriod } from "@/lib/domain/trade-period";
import { Cite, CiteClaims, CiteMarks } from "../sources/cite";
import { Figure } from "./figure";
import { unitsOf } from "./figure-setting";
import { unitName } from "./unit-name";
import { type Citing, filled, type Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";

/** The fields that carry marks of their own where a list of products is shown. */
export const tradeProductsFields = ["products", "note"];

/** What a list of products cites on a page that shows it. */
export function productsUse({ id, values }: Viewed<"tradeProducts">): Citing {
  return { key: id, citations: values.citations, fields: filled(values, tradeProductsFields) };
}

/** One list of the products that one country exports to the other, in the order in which it was recorded. */
export function TradeProductsView({ record, notes }: { record: Viewed<"tradeProducts">; notes: Notes }) {
  const t = useTranslations("trade");
  const { products = [], currency, year, period, note } = record.values;
  const cite = (path: string) => <Cite notes={notes} of={record.id} field={path} />;
  const locale = useLocale();
  const unitWord = useTranslations("units");
  // This is where the figures stand as they are stated: no digit is left out.
  const units = unitsOf(
    products.map(({ value }) => ({ amount: value, currency })),
    { exactly: true },
  );
  const [unit] = units.of.values();
  const hasFigures = products.some(({ hsCode, value }) => hsCode !== undefined || value !== undefined);
  return (
    <div className="grid gap-3">
      <p className="label">
        {year ? t("productsYear", { year: showPeriod({ year, period }) }) : t("productsNoYear")}
        <Cite notes={notes} of={record.id} />
        {cite("products")}
      </p>
      {hasFigures ? (
        <table className="table">
          <caption className="sr-only">{t("products")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("product")}</th>
              <th scope="col">{t("hsCode")}</th>
              <th scope="col" colSpan={2} className="figure">
                {unit ? t("valueIn", { unit: unitName(unit, locale, unitWord) }) : t("value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {products.map(({ id = "", description, hsCode, value }, index) => {
              const row = below("products", id);
              return (
                <tr key={index}>
                  <th scope="row">
                    {description}
                    {cite(below(row, "description"))}
                    {cite(row)}
                  </th>
                  <td className="figures">
                    {hsCode}
                    {cite(below(row, "hsCode"))}
                  </td>
                  <td className="figure figure-noted">
                    <Figure amount={value} currency={currency} units={units} />
                    <CiteClaims notes={notes} of={record.id} field={below(row, "value")} />
                  </td>
                  <td className="figure-notes">
                    <CiteMarks notes={notes} of={record.id} field={below(row, "value")} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <ol className="gap-x-10 sm:columns-2">
          {products.map(({ id = "", description }, index) => (
            <li
              key={index}
              className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline border-b border-rule py-2"
            >
              <span className="figures label" aria-hidden="true">
                {index + 1}
              </span>
              <span className="first-letter:uppercase">
                {description}
                {cite(below("products", id, "description"))}
                {cite(below("products", id))}
              </span>
            </li>
          ))}
        </ol>
      )}
      {note && <Prose text={note} after={cite("note")} />}
    </div>
  );
}
