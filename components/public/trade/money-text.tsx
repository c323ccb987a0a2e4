import { useLocale, useTranslations } from "next-intl";
import { showMoney } from "@/lib/domain/money";
import { Missing } from "../frame/facts";

/** A sum as readers say it ("US$23 million"), or that it is unknown. Full figures show every digit. */
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
  return (
    <span className="figures">{showMoney(amount, currency ?? "XXX", locale, full ? "full" : "compact")}</span>
  );
}
