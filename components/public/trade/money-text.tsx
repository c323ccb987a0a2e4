import { useLocale, useTranslations } from "next-intl";
import { isCompactWhole, showMoney } from "@/lib/domain/money";
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
  const shown = showMoney(amount, currency ?? "XXX", locale, full ? "full" : "compact");
  // What is rounded says so.
  return (
    <span className="figures">
      {full || isCompactWhole(amount) ? shown : t("rounded", { amount: shown })}
    </span>
  );
}
