import { useLocale, useTranslations } from "next-intl";
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { Missing } from "../frame/facts";
import { inUnit, paddingOf, type Units } from "./figure-setting";
import { unitName } from "./unit-name";

interface Props {
  amount: string | undefined;
  currency: string | undefined;
  units: Units;
  /** Its unit stands before it, where it is not said for all figures at once. */
  named?: boolean;
  standing?: FigureStanding | undefined;
  /** It is reckoned, as the sum of both directions. */
  isSum?: boolean;
  /** Some of the figures below one another are marked: the others leave the room that a mark takes. */
  marked?: boolean;
}

/** A figure in its unit, with its point below those of the others, and how sure it is; or that it is unknown. */
export function Figure({
  amount,
  currency = "",
  units,
  named = false,
  standing,
  isSum = false,
  marked = false,
}: Props) {
  const t = useTranslations("trade");
  const word = useTranslations("units");
  const locale = useLocale();
  const unit = units.of.get(currency);
  if (amount === undefined || !unit) return <Missing>{t("unknown")}</Missing>;
  const shown = inUnit(amount, unit, locale);
  return (
    <>
      {named && <span className="label">{unitName(unit, locale, word)} </span>}
      <span className="figures pad-figure" data-pad={paddingOf(shown, units, locale)}>
        {shown}
      </span>
      {marked && <FigureMark mark={isSum ? "sum" : standing} />}
    </>
  );
}

/** A sum is as sure as its parts, which stand beside it with marks of their own. */
type Mark = FigureStanding | "sum";

/** The letter of a figure that is not final or is a sum, with its meaning for those who listen; the room for one where there is none. */
function FigureMark({ mark }: { mark: Mark | undefined }) {
  const t = useTranslations("trade.standings");
  return (
    <span className="ml-[0.15em] inline-block w-[0.8em] text-left text-muted">
      {mark && (
        <>
          <span aria-hidden="true">{t(`${mark}.mark`)}</span>
          <span className="sr-only"> {t(`${mark}.word`)}</span>
        </>
      )}
    </span>
  );
}

/** What the letters beside figures mean; nothing where no figure has one. */
export function MarksMeaning({ marks }: { marks: Iterable<Mark> }) {
  const t = useTranslations("trade.standings");
  const used = new Set(marks);
  const all = (["provisional", "estimate", "sum"] as const).filter((mark) => used.has(mark));
  if (all.length === 0) return null;
  return <p className="label">{all.map((mark) => t(`${mark}.meaning`)).join(" ")}</p>;
}
