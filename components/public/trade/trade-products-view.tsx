import { useTranslations } from "next-intl";
import { Cite } from "../sources/cite";
import { MoneyText } from "./money-text";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";

/** One list of the products that one country exports to the other, in the order in which it was recorded. */
export function TradeProductsView({ record, notes }: { record: Viewed<"tradeProducts">; notes: Notes }) {
  const t = useTranslations("trade");
  const { products = [], currency, year, note } = record.values;
  const hasFigures = products.some(({ hsCode, value }) => hsCode !== undefined || value !== undefined);
  return (
    <div className="grid gap-3">
      <p className="label">
        {year ? t("productsYear", { year }) : t("productsNoYear")}
        <Cite notes={notes} of={record.id} />
      </p>
      {hasFigures ? (
        <table className="table">
          <caption className="sr-only">{t("products")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("product")}</th>
              <th scope="col">{t("hsCode")}</th>
              <th scope="col" className="figure">
                {t("value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {products.map(({ description, hsCode, value }, index) => (
              <tr key={index}>
                <th scope="row">{description}</th>
                <td className="figures">{hsCode}</td>
                <td className="figure">
                  <MoneyText amount={value} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ol className="gap-x-10 sm:columns-2">
          {products.map(({ description }, index) => (
            <li
              key={index}
              className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline border-b border-rule py-2"
            >
              <span className="figures label" aria-hidden="true">
                {index + 1}
              </span>
              <span className="first-letter:uppercase">{description}</span>
            </li>
          ))}
        </ol>
      )}
      {note && <Prose text={note} />}
    </div>
  );
}
