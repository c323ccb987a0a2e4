import type { PlacedItem } from "./lane-rows";
import type { YearLine } from "./year-line";

/** A title after its year, which is said once: "Expo 2017" needs no other. */
function withYear(year: number, title: string): string {
  return title.includes(String(year)) ? title : `${year} ${title}`;
}

/** What was known within so many years goes on for all that is known. */
const keptUp = 1;

/** Until when a line is drawn as sure. */
export function surelyUntil({
  span: { begin, end, open },
  known,
}: Pick<PlacedItem, "span" | "known">): number {
  if (!end) return begin.to;
  return open ? Math.max(begin.to, Math.min(end.to, known)) : end.to;
}

/** In pixels: room for a finger between two marks. */
export const rowHeight = 24;

interface Props {
  item: PlacedItem;
  line: YearLine;
  /** The words for that another source differs. */
  differing: string;
}

/**
 * One record: a dot as wide as its date leaves open, and a thin line for as long as it lasted. What goes on is drawn for as
 * long as that is known, and only faintly from there to today.
 */
export function LaneMark({ item, line, differing }: Props) {
  const { href, title, date, year, row, label, short, span, wideOnly, isDisputed } = item;
  const { begin, end, open } = span;
  const y = (row + 0.5) * rowHeight + 4;
  const at = (time: number) => `${line.place(time)}%`;
  const bar = ({ from, to }: { from: number; to: number }) => ({ x1: at(from), x2: at(to), y1: y, y2: y });
  const sure = surelyUntil(item);
  const ends = end && !open ? [begin, end] : [begin];
  return (
    <a href={href}>
      <title>{[`${date}: ${title}`, isDisputed && differing].filter(Boolean).join(" · ")}</title>
      {end && <line {...bar({ from: begin.from, to: sure })} className="years-lasting" />}
      {end && end.to > sure && <line {...bar({ from: sure, to: end.to })} className="years-fading" />}
      {/* What began just now has no length yet: its arrowhead would lie in its own dot. */}
      {end && open && end.to > begin.to && end.to - sure < keptUp && (
        <svg x={at(end.to)} y={y}>
          <path d="M-6-5 0 0-6 5" className="years-lasting" />
        </svg>
      )}
      {label && (
        <svg
          x={at(label === "left" ? begin.from : label === "right" && end ? end.to : begin.to)}
          y={y + 4}
          className={wideOnly ? "hidden lg:inline print:inline" : undefined}
        >
          {/* An ellipsis is too slight to part its halo from the line by itself. */}
          {label === "inline" && <path d={`M10-4h${(short.length + 5) * 6}`} className="years-halo" />}
          <text x={label === "left" ? -10 : 10} textAnchor={label === "left" ? "end" : "start"}>
            {short === title ? (
              withYear(year, title)
            ) : (
              <>
                <tspan className="lg:hidden print:hidden">{withYear(year, short)}</tspan>
                <tspan className="hidden lg:inline print:inline">{withYear(year, title)}</tspan>
              </>
            )}
          </text>
        </svg>
      )}
      {ends.map((one) => (
        <g key={one.from}>
          <line {...bar(one)} className="years-halo" />
          <line {...bar(one)} className="years-mark" />
          {isDisputed && <line {...bar(one)} className="years-hollow" />}
        </g>
      ))}
    </a>
  );
}
