import { useTranslations } from "next-intl";
import { countryInText, isCountry } from "@/lib/domain/countries";
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { partiesInText, type Setting } from "../frame/setting";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { MoneyText } from "./money-text";
import { reporterName } from "./reporter";
import { standingIn } from "./trade-figures";
import type { TradeSummary } from "./trade-summary";

interface Props {
  summary: TradeSummary;
  setting: Setting;
  notes: Notes;
}

/** What the latest figures say, in sentences: how much, by whom it is stated, which way, and how it changed. */
export function TradeSentences({ summary, setting, notes }: Props) {
  const t = useTranslations("trade");
  const word = useTranslations("choices");
  const { record, year, total, exportsA, exportsB, currency, change } = summary;
  const [a, b] = partiesInText(setting);
  const { reporter, sourceName } = record.values;
  const money = (amount: string | undefined, standing: FigureStanding | undefined) => () => (
    <MoneyText amount={amount} currency={currency} standing={standing} />
  );
  const by = {
    reporter:
      reporter === "third-source" && sourceName === undefined
        ? "third"
        : reporter === "not-stated"
          ? "unstated"
          : "named",
    name:
      reporter && isCountry(reporter)
        ? countryInText(reporter, setting.locale)
        : reporterName(record.values, setting.locale, word),
  };
  const flows = [
    { amount: exportsA, standing: standingIn(record.values, "exportsA"), from: a, to: b },
    { amount: exportsB, standing: standingIn(record.values, "exportsB"), from: b, to: a },
  ].filter(({ amount }) => amount !== undefined);
  return (
    <p className="max-w-measure">
      {total !== undefined &&
        t.rich("sayTotal", { year, a, b, ...by, amount: money(total, summary.standing) })}{" "}
      {flows.map(({ amount, standing, from, to }) => (
        <span key={from}>
          {t.rich(total === undefined ? "sayFlowIn" : "sayFlow", {
            year,
            from,
            to,
            amount: money(amount, standing),
          })}{" "}
        </span>
      ))}
      <Cite notes={notes} of={record.id} />
      {change && (
        <>
          {" "}
          {t("sayChange", { way: change.way, percent: change.percent, since: change.since })}
          <Cite notes={notes} of={change.before.id} />
        </>
      )}
    </p>
  );
}
