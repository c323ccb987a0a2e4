import { useLocale, useTranslations } from "next-intl";
import { isCompactWhole, showMoney, showStatedMoney } from "@/lib/domain/money";
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { Missing } from "../frame/facts";

/**
 * A sum as readers say it ("US$23 million"), or that it is unknown. Full figures show every digit that is stated, and none
 * more: what was stated in whole millions is not made to look as if it were known to the dollar.
 */
export function MoneyText({
  amount,
  currency,
  full = false,
  standing,
}: {
  amount: string | undefined;
  currency: string | undefined;
  full?: boolean;
  /** How sure the sum is, to be said behind it. */
  standing?: FigureStanding | undefined;
}) {
  const t = useTranslations("trade");
  const locale = useLocale();
  if (amount === undefined) return <Missing>{t("unknown")}</Missing>;
  const show = full ? showStatedMoney : showMoney;
  const shown = show(amount, currency ?? "XXX", locale);
  // What is rounded says so.
  const said = full || isCompactWhole(amount) ? shown : t("rounded", { amount: shown });
  return (
    <span className="figures">
      {standing ? t("unsure", { amount: said, standing: t(`standings.${standing}.word`) }) : said}
    </span>
  );
}
