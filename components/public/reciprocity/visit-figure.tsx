import { useTranslations } from "next-intl";
import type { Each, Reciprocity } from "@/lib/domain/reciprocity";
import { partiesInText, type Setting } from "../frame/setting";
import { fillOf, SideSign } from "../frame/side";
import { decadeName } from "./decade-name";

// As wide as a phone, so that its figures can be read there.
const [width, row] = [360, 26];
const middle = width / 2;
/** Room for the name of a decade on each side of the middle, and for a number behind a bar. */
const [named, numbered] = [32, 34];
const longest = middle - named - numbered;

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
  const lengthOf = (count: number) => (count / most) * longest;
  return (
    <div className="max-w-md">
      <p aria-hidden="true" className="label mb-1 grid grid-cols-2 gap-x-16">
        <span className="text-right">
          <SideSign side="a" />
          {t("from", { country: a })}
        </span>
        <span>
          <SideSign side="b" />
          {t("from", { country: b })}
        </span>
      </p>
      <svg
        viewBox={`0 0 ${width} ${sums.length * row}`}
        className="w-full font-sans"
        role="img"
        aria-label={t("figure", { a, b })}
      >
        {sums.map((sum, at) => {
          const y = at * row;
          const [left, right] = [lengthOf(sum.a), lengthOf(sum.b)];
          return (
            <g key={found.decades[at] ?? "undated"}>
              <text x={middle} y={y + 16} textAnchor="middle" className="fill-ink text-[13px]">
                {decadeName(found.decades[at] ?? null, t)}
              </text>
              <rect x={middle - named - left} y={y + 5} width={left} height="14" className={fillOf("a")} />
              <rect x={middle + named} y={y + 5} width={right} height="14" className={fillOf("b")} />
              <text
                x={middle - named - 6 - left}
                y={y + 16}
                textAnchor="end"
                className="fill-ink text-[13px]"
              >
                {sum.a}
              </text>
              <text x={middle + named + 6 + right} y={y + 16} className="fill-ink text-[13px]">
                {sum.b}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
