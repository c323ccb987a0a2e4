import { useLocale, useTranslations } from "next-intl";
import { MoneyText } from "./money-text";
import type { Notes } from "../notes/notes";
import { Missing } from "../frame/facts";
import { partiesInText, partyNames, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import { Cite } from "../sources/cite";
import { commonUnit, inUnit, paddingOf, type Unit } from "./figure-setting";
import { reporterName } from "./reporter";
import { byPeriod, byReporter, inReporterOrder, sharesOf, type TradeRecord } from "./trade-figures";
import { TradeYearHead } from "./trade-year-head";
import { statesBesides } from "./trading-states";
import { unitName } from "./unit-name";

interface Props {
  records: readonly TradeRecord[];
  setting: Setting;
  notes: Notes;
}

/** Trade by year, newest first, a table for each reporter, who is said once: both directions, the total, and each side's share. */
export function TradeTable({ records, setting, notes }: Props) {
  const t = useTranslations("trade");
  const locale = useLocale();
  const units = useTranslations("units");
  const unit = commonUnit(records);
  return (
    <>
      {unit && (
        <p className="label pb-3">
          {t("tableUnit", { unit: unitName(unit, locale, units) })}
          {unit.isRounded && ` ${t("tableRounded", { decimals: unit.decimals })}`}
        </p>
      )}
      <div className="grid gap-10">
        {byReporter(inReporterOrder(records, setting)).map((own) => (
          <ReporterTable key={own[0]!.id} records={own} unit={unit} setting={setting} notes={notes} />
        ))}
      </div>
    </>
  );
}

function ReporterTable({ records, unit, setting, notes }: Props & { unit: Unit | null }) {
  const t = useTranslations("trade");
  const word = useTranslations("choices");
  const { locale } = setting;
  const [a, b] = partyNames(setting);
  const inText = partiesInText(setting);
  // The unit is said once, over the tables; only where currencies differ does each figure carry its own.
  const money = (amount: string | undefined, currency: string | undefined) =>
    unit && amount !== undefined ? (
      <Figure shown={inUnit(amount, unit, locale)} unit={unit} />
    ) : (
      <MoneyText amount={amount} currency={currency} />
    );
  const hasShares = records.some(({ values }) => sharesOf(values));
  const { values } = records[0]!;
  const states = statesBesides(values, locale);
  const reporter = t("reportedBy", {
    reporter: values.reporter === "not-stated" ? "unknown" : "named",
    name: reporterName(values, locale, word),
  });
  return (
    <div className="table-frame" role="region" aria-label={t("tableOf", { reporter })} tabIndex={0}>
      <table className="table table-narrow">
        <caption className="label pb-2 text-left">
          <span className="text-ink">{reporter}</span>
          {states.length > 0 && `; ${t("figuresOfState", { states: states.join(", ") })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col" className="figure">
              {t("total")}
            </th>
            <th scope="col" className="figure">
              <SideSign side="a" />
              {t("exportsOf", { country: inText[0] })}
            </th>
            <th scope="col" className="figure">
              <SideSign side="b" />
              {t("exportsOf", { country: inText[1] })}
            </th>
            {hasShares && (
              <th scope="col" className="figure max-sm:hidden">
                {t("shares", { a, b })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {byPeriod(records, setting).flatMap(({ address, shown, records: ofYear }) =>
            ofYear.map((record) => {
              const { exportsA, exportsB, total, currency } = record.values;
              const shares = sharesOf(record.values);
              return (
                <tr key={record.id}>
                  <TradeYearHead record={record} address={address} shown={shown} setting={setting}>
                    <Cite notes={notes} of={record.id} />
                  </TradeYearHead>
                  <td className="figure">{money(total, currency)}</td>
                  <td className="figure">{money(exportsA, currency)}</td>
                  <td className="figure">{money(exportsB, currency)}</td>
                  {hasShares && (
                    <td className="figure max-sm:hidden">
                      {shares ? `${shares[0]} : ${shares[1]}` : <Missing>{t("unknown")}</Missing>}
                    </td>
                  )}
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** A figure, with its point below those of the others: what it lacks behind it is kept free. */
function Figure({ shown, unit }: { shown: string; unit: Unit }) {
  const locale = useLocale();
  return (
    <span className="figures pad-figure" data-pad={paddingOf(shown, unit, locale)}>
      {shown}
    </span>
  );
}
