import { useTranslations } from "next-intl";
import { partPath, partyNames, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { MoneyText } from "../trade/money-text";
import { standingIn } from "../trade/trade-figures";
import type { TradeSummary } from "../trade/trade-summary";
import { splitSlug } from "@/lib/domain/trade-period";
import { Answer, glanceKey, Key, Quiet, Value } from "./answer";

interface Props {
  summary: TradeSummary | null;
  setting: Setting;
  notes: Notes;
}

/** The trade of the last year that has figures: how much, which way, and how it changed. */
export function TradeAtAGlance({ summary, setting, notes }: Props) {
  const t = useTranslations("dossier");
  if (!summary)
    return (
      <Answer term={t("latestTradeHeading")}>
        <Quiet>{t("tradeNone")}</Quiet>
      </Answer>
    );
  const { record, year, total, exportsA, exportsB, currency, change } = summary;
  const [a, b] = partyNames(setting);
  const flows = [
    { side: "a", flow: "exportsA", amount: exportsA, from: a, to: b },
    { side: "b", flow: "exportsB", amount: exportsB, from: b, to: a },
  ] as const;
  return (
    <Answer term={t("latestTrade", { year })}>
      <Value
        more={
          (exportsA !== undefined || exportsB !== undefined || change) && (
            <>
              {summary.isSum && <span className="block">{t("tradeSum")}</span>}
              {flows.map(
                ({ side, flow, amount, from, to }) =>
                  amount !== undefined && (
                    <span key={side} className="block">
                      <SideSign side={side} />
                      {t.rich("tradeFlow", {
                        from,
                        to,
                        amount: () => (
                          <MoneyText
                            amount={amount}
                            currency={currency}
                            standing={standingIn(record.values, flow)}
                          />
                        ),
                      })}
                    </span>
                  ),
              )}
              {change && t("tradeChange", { way: change.way, percent: change.percent, since: change.since })}
            </>
          )
        }
      >
        <a href={partPath(setting, `trade/${splitSlug(record.slug).period}`)}>
          {total === undefined ? (
            t("tradeOneWay")
          ) : (
            <Key>
              <MoneyText amount={total} currency={currency} standing={summary.standing} />
            </Key>
          )}
        </a>
        <Cite notes={notes} of={glanceKey(record.id)} />
      </Value>
    </Answer>
  );
}
