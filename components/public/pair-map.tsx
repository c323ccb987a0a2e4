import { useTranslations } from "next-intl";
import { type CountryShape, finer, mapHeight, mapWidth, pairShapes } from "./pair-shapes";
import { partyNames, type Setting, type SideKey } from "./setting";
import { fillOf, strokeOf } from "./side";

/** Where on the globe the two countries lie; drawn on the server, in the hues and signs of their sides. */
export function PairMap({ setting }: { setting: Setting }) {
  const t = useTranslations("map");
  const shapes = pairShapes(setting.parties);
  const [a, b] = partyNames(setting);
  const countries = [
    { side: "a", shape: shapes.a, name: a },
    { side: "b", shape: shapes.b, name: b },
  ] as const;
  return (
    <figure>
      {/* The outer canvas has no scale of its own: names keep the size of text however small the map. */}
      <svg
        className="block aspect-[960/430] w-full overflow-visible"
        role="img"
        aria-label={t("description", { a, b })}
      >
        <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} width="100%" height="100%">
          <path d={shapes.land} className="fill-land" />
          {countries.map(({ side, shape }) => shape && <Country key={side} shape={shape} side={side} />)}
        </svg>
        {countries.map(
          ({ side, shape, name }) => shape && <Name key={side} shape={shape} side={side} name={name} />,
        )}
      </svg>
    </figure>
  );
}

function Country({ shape, side }: { shape: CountryShape; side: SideKey }) {
  return (
    <>
      <path d={shape.path} transform={`scale(${1 / finer})`} className={fillOf(side)} />
      {shape.tiny && (
        <circle cx={shape.x} cy={shape.y} r="9" fill="none" strokeWidth="2.5" className={strokeOf(side)} />
      )}
    </>
  );
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;

/** The country's name below its shape, with the sign of its side. */
function Name({ shape, side, name }: { shape: CountryShape; side: SideKey; name: string }) {
  return (
    <text
      x={percent(shape.x, mapWidth)}
      y={percent(shape.bottom, mapHeight)}
      dy="1.15em"
      textAnchor="middle"
      className="fill-ink stroke-paper stroke-[5px] font-sans text-label font-semibold [paint-order:stroke]"
    >
      <tspan className={fillOf(side)}>{side === "a" ? "●" : "◆"}</tspan> {name}
    </text>
  );
}
