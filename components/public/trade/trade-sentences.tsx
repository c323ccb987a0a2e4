import { Fragment } from "react";
import { useTranslations } from "next-intl";
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { partiesAtStart, partiesInText, type Setting } from "../frame/setting";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { MoneyText } from "./money-text";
import { reportedAs } from "./reporter";
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
  const money = (amount: string | undefined, standing: FigureStanding | undefined) => () => (
    <MoneyText amount={amount} currency={currency} standing={standing} />
  );
  const by = reportedAs(record.values, setting.locale, word);
  const atStart = partiesAtStart(setting);
  const flows = [
    {
      amount: exportsA,
      standing: standingIn(record.values, "exportsA"),
      from: a,
      fromAtStart: atStart[0],
      to: b,
    },
    {
      amount: exportsB,
      standing: standingIn(record.values, "exportsB"),
      from: b,
      fromAtStart: atStart[1],
      to: a,
    },
  ].filter(({ amount }) => amount !== undefined);
  const said = [
    ...(total === undefined
      ? []
      : [
          t.rich("sayTotal", {
            year,
            a,
            b,
            ...by,
            of: summary.isSum ? "sum" : "stated",
            amount: money(total, summary.standing),
          }),
        ]),
    ...flows.map(({ amount, standing, from, fromAtStart, to }) =>
      t.rich(total === undefined ? "sayFlowIn" : "sayFlow", {
        year,
        from,
        fromAtStart,
        to,
        amount: money(amount, standing),
      }),
    ),
  ];
  return (
    <p className="max-w-measure">
      {said.map((sentence, at) => (
        // They are told apart by their order alone.
        <Fragment key={at}>
          {at > 0 && " "}
          {sentence}
        </Fragment>
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
