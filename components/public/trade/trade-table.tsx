import { useLocale, useTranslations } from "next-intl";
import { isSum } from "@/lib/domain/kinds/trade-total";
import type { Notes } from "../notes/notes";
import { Missing } from "../frame/facts";
import { partPath, partyNames, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import { Cite } from "../sources/cite";
import { Figure, MarksMeaning } from "./figure";
import { sumsOf, type Units, unitsOf } from "./figure-setting";
import { reportedAs } from "./reporter";
import {
  amountIn,
  byPeriod,
  byReporter,
  type Flow,
  inReporterOrder,
  marksOf,
  sharesOf,
  standingIn,
  type TradeRecord,
} from "./trade-figures";
import { statesBesides, statesInText } from "./trading-states";
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
  const set = unitsOf(sumsOf(records));
  const [unit, ...others] = set.of.values();
  const isOne = others.length === 0;
  return (
    <>
      {unit && (isOne || set.isRounded) && (
        <p className="label pb-3">
          {isOne && t("tableUnit", { unit: unitName(unit, locale, units) })}
          {set.isRounded &&
            ` ${isOne ? t("tableRounded", { decimals: unit.decimals }) : t("tableRoundedAll")}`}
        </p>
      )}
      <div className="grid gap-10">
        {byReporter(inReporterOrder(records, setting)).map((own) => (
          <ReporterTable
            key={own[0]!.id}
            records={own}
            units={set}
            isUnitSaid={isOne}
            setting={setting}
            notes={notes}
          />
        ))}
        <MarksMeaning marks={marksOf(records)} />
      </div>
    </>
  );
}

function ReporterTable({
  records,
  units,
  isUnitSaid,
  setting,
  notes,
}: Props & { units: Units; isUnitSaid: boolean }) {
  const t = useTranslations("trade");
  const unitWord = useTranslations("units");
  const word = useTranslations("choices");
  const { locale } = setting;
  const [a, b] = partyNames(setting);
  const inText = statesInText(records, setting);
  // A unit is said once: over all tables, over the one whose figures all are in it, else beside each year.
  const own = [...new Set(records.flatMap((one) => one.values.currency ?? []))];
  const nameOf = (currency: string) => {
    const unit = units.of.get(currency);
    return unit && unitName(unit, locale, unitWord);
  };
  const ownUnit = !isUnitSaid && own.length === 1 ? nameOf(own[0]!) : undefined;
  const marked = marksOf(records).size > 0;
  // What other tables need behind their points is no room of this one's.
  const decimals = Math.max(0, ...own.map((currency) => units.of.get(currency)?.decimals ?? 0));
  const figure = ({ values }: TradeRecord, flow: Flow) => (
    <Figure
      amount={amountIn(values, flow)}
      currency={values.currency}
      units={{ ...units, decimals }}
      standing={standingIn(values, flow)}
      isSum={flow === "total" && isSum(values)}
      marked={marked}
    />
  );
  const hasShares = records.some(({ values }) => sharesOf(values));
  const { values } = records[0]!;
  const states = statesBesides(values, locale);
  const reporter = t("reportedBy", reportedAs(values, locale, word));
  return (
    <div className="table-frame" role="region" aria-label={t("tableOf", { reporter })} tabIndex={0}>
      <table className="table table-narrow">
        <caption className="label pb-2 text-left">
          <span className="text-ink">{reporter}</span>
          {states.length > 0 && `; ${t("figuresOfState", { states: states.join(", ") })}`}
          {ownUnit && ` · ${t("tableUnit", { unit: ownUnit })}`}
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
              const shares = sharesOf(record.values);
              return (
                <tr key={record.id}>
                  <th scope="row">
                    <a href={partPath(setting, `trade/${address}`)} className="whitespace-nowrap">
                      {shown}
                    </a>
                    <Cite notes={notes} of={record.id} />
                    {!isUnitSaid && !ownUnit && (
                      <span className="label block">{nameOf(record.values.currency ?? "")}</span>
                    )}
                  </th>
                  <td className="figure key">{figure(record, "total")}</td>
                  <td className="figure">{figure(record, "exportsA")}</td>
                  <td className="figure">{figure(record, "exportsB")}</td>
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
