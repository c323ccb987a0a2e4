import { useTranslations } from "next-intl";
import { decadeColumns, peakOf, type YearOfLane } from "./lane-columns";
import type { YearLine } from "./year-line";

/** In pixels: the columns, and above them room for the words of the highest. */
const [height, above] = [36, 20];

/** As high as a lane of columns is, in pixels. */
export const densityHeight = above + height + 8;

interface Props {
  name: string;
  years: readonly YearOfLane[];
  /** How many records the fullest year has, of all lanes that share a scale. */
  most: number;
  line: YearLine;
  /** The address of a decade's records. */
  pathTo(decade: number): string;
}

/** A lane's records as a column for each year, the highest with its figure; each decade leads to its records. */
export function DensityRow({ name, years, most, line, pathTo }: Props) {
  const t = useTranslations("lanes");
  const { first, last, place } = line;
  const peak = peakOf(years);
  const at = peak ? place(peak.year + 0.5) : 0;
  const [x, width] = [place(first), place(last) - place(first)];
  return (
    <>
      <line
        x1={`${x}%`}
        x2={`${x + width}%`}
        y1={above + height}
        y2={above + height}
        className="years-base"
      />
      {/* A canvas of years across, whatever the plot's width, and of pixels upwards. */}
      <svg
        x={`${x}%`}
        y={above}
        width={`${width}%`}
        height={height}
        viewBox={`0 0 ${last - first} ${height}`}
        preserveAspectRatio="none"
      >
        {decadeColumns(years, { first, last, most, height }).map(({ decade, count, path, ...reach }) => (
          <a key={decade} href={pathTo(decade)}>
            <title>{t("decadeCount", { name, decade: String(decade), count })}</title>
            <rect x={reach.from} width={reach.years} height={height} className="years-reach" />
            <path d={path} className="years-columns" />
          </a>
        ))}
      </svg>
      {peak && (
        <text
          x={`${at}%`}
          y={above + height - Math.max(2, (peak.count / most) * height) - 6}
          textAnchor={at < 8 ? "start" : at > 92 ? "end" : "middle"}
          className="figures"
        >
          {t("peak", { year: String(peak.year), count: peak.count })}
        </text>
      )}
    </>
  );
}
