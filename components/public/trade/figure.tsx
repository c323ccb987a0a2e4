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
  /** Some of the figures below one another are marked: the others leave the room that a mark takes. */
  marked?: boolean;
}

/** A figure in its unit, with its point below those of the others, and how sure it is; or that it is unknown. */
export function Figure({ amount, currency = "", units, named = false, standing, marked = false }: Props) {
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
      {marked && <FigureMark standing={standing} />}
    </>
  );
}

/** The letter of a figure that is not final, with its meaning for those who listen; the room for one where there is none. */
function FigureMark({ standing }: { standing: FigureStanding | undefined }) {
  const t = useTranslations("trade.standings");
  return (
    <span className="ml-[0.15em] inline-block w-[0.8em] text-left text-muted">
      {standing && (
        <>
          <span aria-hidden="true">{t(`${standing}.mark`)}</span>
          <span className="sr-only"> {t(`${standing}.word`)}</span>
        </>
      )}
    </span>
  );
}

/** What the letters beside figures mean; nothing where no figure has one. */
export function MarksMeaning({ standings }: { standings: ReadonlySet<FigureStanding> }) {
  const t = useTranslations("trade.standings");
  if (standings.size === 0) return null;
  return (
    <p className="label">
      {[...standings]
        .sort()
        .reverse()
        .map((standing) => t(`${standing}.meaning`))
        .join(" ")}
    </p>
  );
}
