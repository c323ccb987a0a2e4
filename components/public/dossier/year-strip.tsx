import { useTranslations } from "next-intl";
import { BreakSign } from "../lanes/break-sign";
import { yearSlots } from "../lanes/year-slots";

/** In pixels. */
const height = 28;
/** A strip of fewer years would make single strokes as wide as columns. */
const shortest = 30;

/**
 * When what a dossier tells of took place, as a stroke for each year: the more there was, the higher. Long stretches without
 * anything are left out, which the years below say.
 */
export function YearStrip({ years }: { years: readonly { year: number; count: number }[] }) {
  const t = useTranslations("home");
  const slots = yearSlots(years.map(({ year }) => year));
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (!slots || first === undefined || last === undefined) return null;
  const span = Math.max(slots.count, shortest);
  const most = Math.max(...years.map(({ count }) => count));
  const all = years.reduce((sum, { count }) => sum + count, 0);
  const strokes = years.map(({ year, count }) => {
    const up = Math.max(4, Math.round((count / most) * height));
    return `M${slots.at(year) + 0.5} ${height}v-${up}`;
  });
  const runs = slots.runs.map((run) =>
    run.first === run.last ? `${run.first}` : `${run.first}–${run.last}`,
  );
  const isBroken = runs.length > 1;
  const ends = last > first && slots.count >= shortest ? [first, last] : [first];
  return (
    <div
      role="img"
      aria-label={t(isBroken ? "yearsDescriptionBroken" : "yearsDescription", {
        count: all,
        first: String(first),
        last: String(last),
        runs: runs.join(", "),
      })}
      className="font-sans text-note text-muted"
    >
      <svg width="100%" height={height} className="block overflow-visible border-b border-rule">
        <svg viewBox={`0 0 ${span} ${height}`} preserveAspectRatio="none" width="100%" height={height}>
          <path d={strokes.join("")} strokeWidth={0.7} className="fill-none stroke-ink" />
        </svg>
        {slots.breaks.map((at) => (
          <BreakSign key={at} at={(at / span) * 100} height={height} />
        ))}
      </svg>
      <p className="figures flex justify-between" aria-hidden="true">
        {isBroken ? <span>{runs.join(" // ")}</span> : ends.map((year) => <span key={year}>{year}</span>)}
      </p>
    </div>
  );
}
