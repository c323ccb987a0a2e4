import { Fragment } from "react";
import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { currencyName } from "@/lib/domain/currencies";
import { below } from "@/lib/domain/paths";
import { standingOf } from "@/lib/domain/kinds/figure-standing";
import { isSum } from "@/lib/domain/kinds/trade-total";
import { showPeriod } from "@/lib/domain/trade-period";
import { Cite } from "../sources/cite";
import { type Fact, Facts, Missing } from "../frame/facts";
import { MoneyText } from "./money-text";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import { reportedAs } from "./reporter";
import { tradingStates } from "./trading-states";
import { amountIn, type Flow, sharesOf, standingIn, type TradeRecord } from "./trade-figures";

/** The fields that carry marks of their own where a year of trade is shown whole. */
export const tradeYearFields = [
  "exportsA",
  "exportsB",
  "total",
  "currency",
  "valuationA",
  "valuationB",
  ...Object.values(standingOf),
  "mirrorReasons",
  "note",
];

/** One reporter's figures for one year, whole. */
export function TradeYearView({
  record,
  setting,
  notes,
}: {
  record: TradeRecord;
  setting: Setting;
  notes: Notes;
}) {
  const t = useTranslations("trade");
  const word = useTranslations("choices");
  const locale = useLocale();
  const { values } = record;
  const [a = "", b = ""] = tradingStates(values, setting).map((code) => countryName(code, locale));
  const shares = sharesOf(values);
  const amount = (flow: Flow) => {
    const standing = standingIn(values, flow);
    return (
      <>
        <span className={flow === "total" ? "key" : undefined}>
          <MoneyText amount={amountIn(values, flow)} currency={values.currency} full />
        </span>
        <Cite notes={notes} of={record.id} field={flow} />
        {flow === "total" && isSum(values) && <span className="label block">{t("standings.sum.word")}</span>}
        {standing && (
          <span className="label block">
            {word(standing)}
            <Cite notes={notes} of={record.id} field={standingOf[flow]} />
          </span>
        )}
      </>
    );
  };
  const flow = (side: "a" | "b", from: string, to: string) => (
    <>
      <SideSign side={side} />
      {t("flow", { from, to })}
    </>
  );
  const valuation = (field: "valuationA" | "valuationB") => {
    const value = values[field];
    return (
      <>
        {!value || value === "unknown" ? <Missing>{t("valuationUnknown")}</Missing> : word(value)}
        <Cite notes={notes} of={record.id} field={field} />
      </>
    );
  };
  const period = values.year === undefined ? "" : showPeriod({ ...values, year: values.year });
  const facts: Fact[] = [];
  const reasons = values.mirrorReasons ?? [];
  if (reasons.length > 0)
    facts.push({
      term: t("mirror.reasons"),
      is: reasons.map(({ id, reason }, index) => {
        const row = below("mirrorReasons", id ?? String(index));
        return (
          <Fragment key={row}>
            {reason && word(reason)}
            <Cite notes={notes} of={record.id} field={below(row, "reason")} />
            <Cite notes={notes} of={record.id} field={row} />
            {index === 0 && <Cite notes={notes} of={record.id} field="mirrorReasons" />}
          </Fragment>
        );
      }),
    });
  return (
    <div className="grid gap-6">
      <div
        className="table-frame"
        role="region"
        aria-label={t("figuresBy", {
          year: period,
          reporter: t("reportedBy", reportedAs(values, locale, word)),
        })}
        tabIndex={0}
      >
        <table className="table">
          <caption className="sr-only">{t("figuresOf", { year: period })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("flowColumn")}</th>
              <th scope="col" className="figure">
                {t("amountIn", {
                  currency: values.currency ? currencyName(values.currency, locale) : "none",
                })}
                <Cite notes={notes} of={record.id} field="currency" />
              </th>
              <th scope="col" className="figure">
                {t("share")}
              </th>
              <th scope="col">{t("valuation")}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{flow("a", a, b)}</th>
              <td className="figure">{amount("exportsA")}</td>
              <td className="figure">{shares ? `${shares[0]}\u00a0%` : <Missing>{t("unknown")}</Missing>}</td>
              <td>{valuation("valuationA")}</td>
            </tr>
            <tr>
              <th scope="row">{flow("b", b, a)}</th>
              <td className="figure">{amount("exportsB")}</td>
              <td className="figure">{shares ? `${shares[1]}\u00a0%` : <Missing>{t("unknown")}</Missing>}</td>
              <td>{valuation("valuationB")}</td>
            </tr>
            <tr>
              <th scope="row">{t("total")}</th>
              <td className="figure">{amount("total")}</td>
              <td className="figure" />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      {facts.length > 0 && <Facts facts={facts} />}
      {values.note && <Prose text={values.note} after={<Cite notes={notes} of={record.id} field="note" />} />}
    </div>
  );
}
