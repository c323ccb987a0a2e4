import { useTranslations } from "next-intl";
import { decadeOf, fourDigits } from "@/lib/domain/list-periods";
import { decadeColumns, peakOf, type YearOfLane } from "./lane-columns";
import type { YearLine } from "./year-line";

/** In pixels: the columns, and above them room for the words of the highest. */
const [height, above] = [36, 20];

/** Room for the names of those of the highest rank, above all else. */
const names = 18;
/** Closer than this, in percent of the width, two names would touch on a phone. */
const namesApart = 45;

/** As high as a lane of columns is, in pixels. */
export function densityHeight(named: readonly NamedRecord[]): number {
  return above + height + 8 + (named.length > 0 ? names : 0);
}

/** A record of a crowded lane that is named all the same. */
export interface NamedRecord {
  id: string;
  href: string;
  title: string;
  year: number;
}

interface Props {
  name: string;
  years: readonly YearOfLane[];
  /** How many records the fullest year has, of all lanes that share a scale. */
  most: number;
  line: YearLine;
  /** Those of the highest rank, the newest first. */
  named: readonly NamedRecord[];
  /** The address of a decade's records. */
  pathTo(decade: number): string;
}

/** A lane's records as a column for each year, the highest with its figure; each decade leads to its records. */
export function DensityRow({ name, years: all, most, line, named, pathTo }: Props) {
  const t = useTranslations("lanes");
  const { first, last, place, early } = line;
  // What stands before a break is too little for columns of its own.
  const [years, before] = early
    ? [all.filter(({ year }) => year >= first), all.filter(({ year }) => year < first)]
    : [all, []];
  const top = above + (named.length > 0 ? names : 0);
  const peak = peakOf(years);
  const at = peak ? place(peak.year + 0.5) : 0;
  const [x, width] = [place(first), place(last) - place(first)];
  return (
    <>
      <line x1={`${x}%`} x2={`${x + width}%`} y1={top + height} y2={top + height} className="years-base" />
      {before.map(({ year, count }) => (
        <a key={year} href={pathTo(decadeOf(year))}>
          <title>{t("peak", { year: String(year), count })}</title>
          <svg x={`${place(year + 0.5)}%`} y={top + height}>
            <path d="M-3-8h6v8h-6z" className="fill-current" />
          </svg>
        </a>
      ))}
      {apart(named, line).map(({ id, href, title, year }) => (
        <a key={id} href={href}>
          <NameAbove at={place(year + 0.5)} words={`${year} ${title}`} />
        </a>
      ))}
      {/* A canvas of years across, whatever the plot's width, and of pixels upwards. */}
      <svg
        x={`${x}%`}
        y={top}
        width={`${width}%`}
        height={height}
        viewBox={`0 0 ${last - first} ${height}`}
        preserveAspectRatio="none"
      >
        {decadeColumns(years, { first, last, most, height }).map(({ decade, count, path, ...reach }) => (
          <a key={decade} href={pathTo(decade)}>
            <title>{t("decadeCount", { name, decade: fourDigits(decade), count })}</title>
            <rect x={reach.from} width={reach.years} height={height} className="years-reach" />
            <path d={path} className="years-columns" />
          </a>
        ))}
      </svg>
      {peak && (
        <text
          x={`${at}%`}
          y={top + height - Math.max(2, (peak.count / most) * height) - 6}
          textAnchor={at < 8 ? "start" : at > 92 ? "end" : "middle"}
          className="figures"
        >
          {t("peak", { year: String(peak.year), count: peak.count })}
        </text>
      )}
    </>
  );
}

function NameAbove({ at, words }: { at: number; words: string }) {
  const isLate = at > 55;
  return (
    <svg x={`${at}%`} y={names - 5} overflow="visible">
      <path d="M0-9V3" className="years-lasting" />
      <text x={isLate ? -5 : 5} textAnchor={isLate ? "end" : "start"} className="figures">
        {words}
      </text>
    </svg>
  );
}

/** Those whose names do not touch one another, the newest first; none of those before a break. */
function apart(named: readonly NamedRecord[], { first, last, place }: YearLine): NamedRecord[] {
  const kept: NamedRecord[] = [];
  for (const one of named) {
    const at = place(one.year + 0.5);
    const isClear = kept.every((other) => Math.abs(place(other.year + 0.5) - at) > namesApart);
    if (one.year >= first && one.year < last && isClear) kept.push(one);
  }
  return kept;
}
