import { useLocale, useTranslations } from "next-intl";
import { isCompactWhole, showMoney } from "@/lib/domain/money";
import { Missing } from "../frame/facts";

/**
 * A sum as readers say it ("US$23 million"), or that it is unknown. Full figures show every digit that is stated, and none
 * more: what was stated in whole millions is not made to look as if it were known to the dollar.
 */
export function MoneyText({
  amount,
  currency,
  full = false,
}: {
  amount: string | undefined;
  currency: string | undefined;
  full?: boolean;
}) {
  const t = useTranslations("trade");
  const locale = useLocale();
  if (amount === undefined) return <Missing>{t("unknown")}</Missing>;
  const isWhole = isCompactWhole(amount);
  const shown = showMoney(amount, currency ?? "XXX", locale, full && !isWhole ? "full" : "compact");
  // What is rounded says so.
  return <span className="figures">{full || isWhole ? shown : t("rounded", { amount: shown })}</span>;
}
