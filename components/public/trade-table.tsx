import { useLocale, useTranslations } from "next-intl";
import { Cite } from "./cite";
import { Missing } from "./facts";
import { MoneyText } from "./money-text";
import type { Notes } from "./notes";
import { reporterName } from "./reporter";
import { partPath, partyNames, type Setting } from "./setting";
import { SideSign } from "./side";
import { byYear, commonUnit, inUnit, sharesOf, type TradeRecord } from "./trade-figures";
import { unitName } from "./unit-name";

/** Trade by year and reporter, newest first: both directions, the total and each side's share where it is known. */
export function TradeTable({
  records,
  setting,
  notes,
}: {
  records: readonly TradeRecord[];
  setting: Setting;
  notes: Notes;
}) {
  const t = useTranslations("trade");
  const word = useTranslations("choices");
  const locale = useLocale();
  const [a, b] = partyNames(setting);
  const years = byYear(records, setting.parties);
  const units = useTranslations("units");
  const unit = commonUnit(records);
  // The unit is said once, over the table; only where currencies differ does each figure carry its own.
  const money = (amount: string | undefined, currency: string | undefined) =>
    unit && amount !== undefined ? (
      inUnit(amount, unit, locale)
    ) : (
      <MoneyText amount={amount} currency={currency} />
    );
  const hasShares = records.some(({ values }) => sharesOf(values));
  return (
    <div className="table-frame" role="region" aria-label={t("tableCaption")} tabIndex={0}>
      <table className="table min-w-[34rem]">
        <caption className={unit ? "label pb-3 text-left" : "sr-only"}>
          {unit ? t("tableCaptionIn", { unit: unitName(unit, locale, units) }) : t("tableCaption")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col" className="figure">
              {t("total")}
            </th>
            <th scope="col" className="figure">
              <SideSign side="a" />
              {t("exportsOf", { country: a })}
            </th>
            <th scope="col" className="figure">
              <SideSign side="b" />
              {t("exportsOf", { country: b })}
            </th>
            {hasShares && (
              <th scope="col" className="figure">
                {t("shares", { a, b })}
              </th>
            )}
            <th scope="col">{t("reporter")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, records: ofYear }) =>
            ofYear.map((record, index) => {
              const { exportsA, exportsB, total, currency, reporter } = record.values;
              const shares = sharesOf(record.values);
              return (
                <tr key={record.id}>
                  {index === 0 && (
                    <th scope="row" rowSpan={ofYear.length} className="align-baseline">
                      <a href={partPath(setting, `trade/${year}`)}>{year}</a>
                    </th>
                  )}
                  <td className="figure font-semibold">{money(total, currency)}</td>
                  <td className="figure">{money(exportsA, currency)}</td>
                  <td className="figure">{money(exportsB, currency)}</td>
                  {hasShares && (
                    <td className="figure">
                      {shares ? `${shares[0]} : ${shares[1]}` : <Missing>{t("unknown")}</Missing>}
                    </td>
                  )}
                  <td>{reporterName(reporter, locale, word)}</td>
                  <td>
                    <Cite notes={notes} of={record.id} />
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}
