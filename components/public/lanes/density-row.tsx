import { useTranslations } from "next-intl";
import { decadeOf, fourDigits } from "@/lib/domain/list-periods";
import { decadeColumns, peakOf, type YearOfLane } from "./lane-columns";
import { type NamedRecord, namedApart, type PlacedName } from "./named-apart";
import type { YearLine } from "./year-line";

/** In pixels: the columns, and above them room for the words of the highest. */
const [height, above] = [36, 20];

/** Room for the names of those of the highest rank, above all else. */
const names = 18;
/** From the top of all to the line of a name. */
const nameLine = 14;

/** As high as a lane of columns is, in pixels. */
export function densityHeight(named: readonly NamedRecord[]): number {
  return above + height + 8 + (named.length > 0 ? names : 0);
}

interface Props {
  name: string;
  years: readonly YearOfLane[];
  /** How many records the fullest year has, of all lanes that share a scale. */
  most: number;
  line: YearLine;
  /** Those that are named where they have room: the most important first. */
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
      {namedApart(named, line).map((one) => (
        <NameAbove key={one.id} name={one} foot={top + height - upOf(countIn(years, one.year), most)} />
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
          y={top + height - upOf(peak.count, most) - 6}
          textAnchor={at < 8 ? "start" : at > 92 ? "end" : "middle"}
          className="figures"
        >
          {t("peak", { year: String(peak.year), count: peak.count })}
        </text>
      )}
    </>
  );
}

/** How high a column stands, in pixels. */
const upOf = (count: number, most: number) => Math.max(2, (count / most) * height);
const countIn = (years: readonly YearOfLane[], year: number) =>
  years.find((one) => one.year === year)?.count ?? 0;

/** A name with a hairline down to the column of its year, whose top is `foot` pixels from the top. */
function NameAbove({ name, foot }: { name: PlacedName; foot: number }) {
  const { href, title, words, at, isBefore, onPhone } = name;
  return (
    <a href={href} className={onPhone ? "" : "hidden lg:inline print:inline"}>
      <title>{title}</title>
      <svg x={`${at}%`}>
        <path d={`M0 ${nameLine - 10}V${foot}`} className="years-pole" />
        <text
          x={isBefore ? -5 : 5}
          y={nameLine}
          textAnchor={isBefore ? "end" : "start"}
          className="years-name figures"
        >
          {words}
        </text>
      </svg>
    </a>
  );
}
