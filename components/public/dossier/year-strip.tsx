import { useTranslations } from "next-intl";

/** In pixels. */
const height = 28;
/** A strip of fewer years would make single strokes as wide as columns. */
const shortest = 30;

/** When what a dossier tells of took place, as a stroke for each year: the more there was, the higher. */
export function YearStrip({ years }: { years: readonly { year: number; count: number }[] }) {
  const t = useTranslations("home");
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return null;
  const span = Math.max(last - first + 1, shortest);
  const most = Math.max(...years.map(({ count }) => count));
  const all = years.reduce((sum, { count }) => sum + count, 0);
  const strokes = years.map(({ year, count }) => {
    const up = Math.max(4, Math.round((count / most) * height));
    return `M${year - first + 0.5} ${height}v-${up}`;
  });
  return (
    <div
      role="img"
      aria-label={t("yearsDescription", { count: all, first: String(first), last: String(last) })}
      className="font-sans text-note text-muted"
    >
      <svg
        viewBox={`0 0 ${span} ${height}`}
        preserveAspectRatio="none"
        width="100%"
        height={height}
        className="block border-b border-rule"
      >
        <path d={strokes.join("")} strokeWidth={0.7} className="fill-none stroke-ink" />
      </svg>
      <p className="figures flex justify-between" aria-hidden="true">
        <span>{first}</span>
        {last > first && last - first + 1 >= shortest && <span>{last}</span>}
      </p>
    </div>
  );
}
