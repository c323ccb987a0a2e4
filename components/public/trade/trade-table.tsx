import { useLocale, useTranslations } from "next-intl";
import { Cite } from "../sources/cite";
import { Missing } from "../frame/facts";
import { MoneyText } from "./money-text";
import type { Notes } from "../notes/notes";
import { reporterName } from "./reporter";
import { partPath, partiesInText, partyNames, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import { Cell, Head, StackingTable } from "../frame/stacking-table";
import { commonUnit, inUnit, paddingOf, type Unit } from "./figure-setting";
import { byPeriod, sharesOf, type TradeRecord } from "./trade-figures";
import { statesBesides } from "./trading-states";
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
  const inText = partiesInText(setting);
  const years = byPeriod(records, setting);
  const units = useTranslations("units");
  const unit = commonUnit(records);
  // The unit is said once, over the table; only where currencies differ does each figure carry its own.
  const money = (amount: string | undefined, currency: string | undefined) =>
    unit && amount !== undefined ? (
      <Figure shown={inUnit(amount, unit, locale)} unit={unit} />
    ) : (
      <MoneyText amount={amount} currency={currency} />
    );
  const hasShares = records.some(({ values }) => sharesOf(values));
  const heads = {
    total: t("total"),
    exportsA: t("exportsOf", { country: inText[0] }),
    exportsB: t("exportsOf", { country: inText[1] }),
    shares: t("shares", { a, b }),
    reporter: t("reporter"),
    source: t("source"),
  };
  return (
    <>
      <p id="trade-table" className={unit ? "label pb-3" : "sr-only"}>
        {unit ? t("tableCaptionIn", { unit: unitName(unit, locale, units) }) : t("tableCaption")}
        {unit?.isRounded && ` ${t("tableRounded", { decimals: unit.decimals })}`}
      </p>
      <div className="table-frame" role="region" aria-label={t("tableCaption")} tabIndex={0}>
        <StackingTable
          labelledBy="trade-table"
          className="sm:min-w-[34rem]"
          heads={
            <>
              <Head>{t("year")}</Head>
              <Head figure>{heads.total}</Head>
              <Head figure>
                <SideSign side="a" />
                {heads.exportsA}
              </Head>
              <Head figure>
                <SideSign side="b" />
                {heads.exportsB}
              </Head>
              {hasShares && <Head figure>{heads.shares}</Head>}
              <Head>{heads.reporter}</Head>
              <Head>{heads.source}</Head>
            </>
          }
        >
          {years.map(({ address, shown, records: ofYear }) =>
            ofYear.map((record, index) => {
              const { exportsA, exportsB, total, currency, standing } = record.values;
              const shares = sharesOf(record.values);
              const states = statesBesides(record.values, locale);
              return (
                <tr key={record.id} role="row">
                  {index === 0 && (
                    <th scope="row" role="rowheader" rowSpan={ofYear.length}>
                      <a href={partPath(setting, `trade/${address}`)} className="whitespace-nowrap">
                        {shown}
                      </a>
                    </th>
                  )}
                  <Cell head={heads.total} figure>
                    {money(total, currency)}
                  </Cell>
                  <Cell head={heads.exportsA} figure>
                    {money(exportsA, currency)}
                  </Cell>
                  <Cell head={heads.exportsB} figure>
                    {money(exportsB, currency)}
                  </Cell>
                  {hasShares && (
                    <Cell head={heads.shares} figure>
                      {shares ? `${shares[0]} : ${shares[1]}` : <Missing>{t("unknown")}</Missing>}
                    </Cell>
                  )}
                  <Cell head={heads.reporter}>
                    {reporterName(record.values, locale, word)}
                    {states.length > 0 && `; ${t("figuresOfState", { states: states.join(", ") })}`}
                    {standing && ` (${word(standing).toLocaleLowerCase(locale)})`}
                  </Cell>
                  <Cell head={heads.source}>
                    <Cite notes={notes} of={record.id} />
                  </Cell>
                </tr>
              );
            }),
          )}
        </StackingTable>
      </div>
    </>
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
