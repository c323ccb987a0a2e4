import { useLocale, useTranslations } from "next-intl";
import { allOf } from "@/lib/domain/intl-formats";
import { statesOtherwise } from "@/lib/domain/supports";
import { showPeriod } from "@/lib/domain/trade-period";
import type { TradeRecord } from "./trade-figures";

/** Says below a chart of which years other sources state other figures; nothing where none do. */
export function OtherFigures({ records }: { records: readonly TradeRecord[] }) {
  const t = useTranslations("trade");
  const locale = useLocale();
  const disputed = records.filter(({ values }) => values.citations?.some(statesOtherwise));
  if (disputed.length === 0) return null;
  const periods = [
    ...new Set(
      disputed.flatMap(({ values: { year, ...values } }) =>
        year === undefined ? [] : showPeriod({ ...values, year }),
      ),
    ),
  ];
  return (
    <p className="label">
      {t("otherFigures", { years: allOf(periods.sort(), locale), count: periods.length })}
    </p>
  );
}
