import { useTranslations } from "next-intl";
import type { Each, Reciprocity } from "@/lib/domain/reciprocity";
import { partiesInText, type Setting } from "../frame/setting";
import { fillOf } from "../frame/side";
import { decadeName } from "./decade-name";

const [width, row, half, middle] = [640, 26, 250, 320];

/** Visits of each side by decade: those of side A to the left of the decades, those of side B to the right, on one scale. */
export function VisitFigure({ found, setting }: { found: Reciprocity; setting: Setting }) {
  const t = useTranslations("reciprocity");
  const [a, b] = partiesInText(setting);
  const sums = found.decades.map((_decade, at) =>
    found.visits.reduce<Each>((sum, { each }) => ({ a: sum.a + each[at]!.a, b: sum.b + each[at]!.b }), {
      a: 0,
      b: 0,
    }),
  );
  const most = Math.max(1, ...sums.flatMap((sum) => [sum.a, sum.b]));
  const lengthOf = (count: number) => (count / most) * (half - 70);
  const height = (sums.length + 1) * row;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="w-full max-w-[40rem] font-sans"
      role="img"
      aria-label={t("figure", { a, b })}
    >
      <text x={middle - 50} y="15" textAnchor="end" className="fill-muted text-[13px]">
        {t("from", { country: a })}
      </text>
      <text x={middle + 50} y="15" className="fill-muted text-[13px]">
        {t("from", { country: b })}
      </text>
      {sums.map((sum, at) => {
        const y = (at + 1) * row;
        const [left, right] = [lengthOf(sum.a), lengthOf(sum.b)];
        return (
          <g key={found.decades[at] ?? "undated"}>
            <text x={middle} y={y + 16} textAnchor="middle" className="fill-ink text-[13px]">
              {decadeName(found.decades[at] ?? null, t)}
            </text>
            <rect x={middle - 50 - left} y={y + 5} width={left} height="14" className={fillOf("a")} />
            <rect x={middle + 50} y={y + 5} width={right} height="14" className={fillOf("b")} />
            <text x={middle - 56 - left} y={y + 16} textAnchor="end" className="fill-ink text-[13px]">
              {sum.a}
            </text>
            <text x={middle + 56 + right} y={y + 16} className="fill-ink text-[13px]">
              {sum.b}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
