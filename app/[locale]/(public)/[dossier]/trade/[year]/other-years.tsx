import { useTranslations } from "next-intl";
import { partPath, type Setting } from "@/components/public/frame/setting";
import { periodAddress, showPeriod, type TradePeriod } from "@/lib/domain/trade-period";

interface Props {
  /** The address of the period that is open. */
  address: string;
  /** All that have figures, by their beginning. */
  periods: readonly TradePeriod[];
  setting: Setting;
}

/** The years with figures before and after this one; nothing where it is the only one. */
export function OtherYears({ address, periods, setting }: Props) {
  const t = useTranslations("trade");
  const at = periods.findIndex((one) => periodAddress(one) === address);
  const links = [
    { to: periods[at - 1], word: "previous" },
    { to: at < 0 ? undefined : periods[at + 1], word: "next" },
  ] as const;
  if (!links.some(({ to }) => to)) return null;
  return (
    <nav aria-label={t("otherYears")} className="screen-only flex flex-wrap gap-x-8 font-sans text-label">
      {links.map(
        ({ to, word }) =>
          to && (
            <a key={word} href={partPath(setting, `trade/${periodAddress(to)}`)}>
              {t(word, { year: showPeriod(to) })}
            </a>
          ),
      )}
    </nav>
  );
}
