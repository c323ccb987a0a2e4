import { useLocale, useTranslations } from "next-intl";
import { isSum } from "@/lib/domain/kinds/trade-total";
import { showPeriod, splitSlug } from "@/lib/domain/trade-period";
import { Missing } from "../frame/facts";
import { partiesInText, partPath, type Setting } from "../frame/setting";
import { MoneyText } from "../trade/money-text";
import { reportedAs } from "../trade/reporter";
import { amountIn, inReporterOrder, standingIn, type TradeRecord } from "../trade/trade-figures";

/** What each reporter states of the last year of trade that had ended by a day. */
export function TradeOnDay({ trade, setting }: { trade: readonly TradeRecord[]; setting: Setting }) {
  const t = useTranslations("asOf");
  const say = useTranslations("trade");
  const word = useTranslations("choices");
  const locale = useLocale();
  const [a, b] = partiesInText(setting);
  if (trade.length === 0)
    return (
      <p>
        <Missing>{t("tradeNone")}</Missing>
      </p>
    );
  return (
    <>
      <ul>
        {inReporterOrder(trade, setting).map(({ id, slug, values }) => {
          const { year, period, currency, exportsA, exportsB } = values;
          const parts = [
            {
              name: t(isSum(values) ? "tradeSum" : "tradeTotal"),
              amount: amountIn(values, "total"),
              standing: standingIn(values, "total"),
            },
            {
              name: say("exportsOf", { country: a }),
              amount: exportsA,
              standing: standingIn(values, "exportsA"),
            },
            {
              name: say("exportsOf", { country: b }),
              amount: exportsB,
              standing: standingIn(values, "exportsB"),
            },
          ].filter(({ amount }) => amount !== undefined);
          return (
            <li key={id} className="border-t border-rule py-2 first:border-t-0 first:pt-0">
              <a href={partPath(setting, `trade/${splitSlug(slug).period}`)}>
                {t("tradeOf", { year: year === undefined ? "" : showPeriod({ year, period }) })}
              </a>
              <span className="label block">
                {say("reportedBy", reportedAs(values, locale, word))}
                {parts.map(({ name, amount, standing }) => (
                  <span key={name}>
                    {" · "}
                    {name} <MoneyText amount={amount} currency={currency} standing={standing} />
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="label mt-2">{t("tradeLast")}</p>
    </>
  );
}
