import { useFormatter, useTranslations } from "next-intl";
import type { ListSpan } from "@/lib/domain/cache-tags";
import {
  type AskedPeriod,
  countIn,
  decadeOf,
  decadesOf,
  fourDigits,
  isSame,
  LIST_PAGE,
  type OpenPeriod,
  type PeriodCounts,
  yearsIn,
} from "@/lib/domain/list-periods";
import { periodName } from "./period-name";

interface Props {
  counts: PeriodCounts;
  open: OpenPeriod;
  /** The address of a period of this list. */
  href(period: AskedPeriod): string;
}

/** The ways to all periods of a list, with counts; the years too of a decade that has no room on one page. */
export function PeriodNav({ counts, open: { span }, href }: Props) {
  const t = useTranslations("periods");
  const year = typeof span !== "string" && "year" in span ? span.year : null;
  const decade = year === null ? span : { decade: decadeOf(year) };
  const years =
    typeof decade !== "string" && "decade" in decade && countIn(counts, decade) > LIST_PAGE
      ? yearsIn(counts, decade.decade)
      : [];
  const decades: ListSpan[] = decadesOf(counts).map(({ decade }) => ({ decade }));
  if (counts.undated > 0) decades.push("undated");
  const isYearOf = (one: ListSpan) => year !== null && isSame(one, decade);
  return (
    <div className="screen-only grid gap-3">
      <nav aria-label={t("label")}>
        <Periods
          spans={decades}
          counts={counts}
          href={href}
          isCurrent={(one) => isSame(one, span)}
          isWithin={isYearOf}
        />
      </nav>
      {years.length > 0 && typeof decade !== "string" && "decade" in decade && (
        <nav aria-label={t("yearsOf", { decade: fourDigits(decade.decade) })}>
          <Periods
            spans={years.map(({ year }) => ({ year }))}
            counts={counts}
            href={href}
            isCurrent={(one) => isSame(one, span)}
          />
        </nav>
      )}
    </div>
  );
}

interface PeriodsProps extends Pick<Props, "counts" | "href"> {
  spans: readonly ListSpan[];
  isCurrent(span: ListSpan): boolean;
  /** Whether the page shows a part of the span. */
  isWithin?(span: ListSpan): boolean;
}

function Periods({ spans, counts, href, isCurrent, isWithin = () => false }: PeriodsProps) {
  const t = useTranslations("periods");
  const { number } = useFormatter();
  return (
    <ul className="ways figures flex flex-wrap gap-x-6">
      {spans.map((span) => (
        <li key={JSON.stringify(span)}>
          <a
            href={href({ span, page: 1 })}
            aria-current={isCurrent(span) ? "page" : isWithin(span) ? "true" : undefined}
          >
            {periodName(span, t)}{" "}
            <span className="text-note text-muted">{number(countIn(counts, span))}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
