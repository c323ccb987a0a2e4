import type { SideKey } from "@/lib/domain/sides";
import { useTranslations } from "next-intl";
import { type CountryShape, finer, mapHeight, mapWidth, pairShapes } from "./pair-shapes";
import { partyNames, type Setting } from "../frame/setting";
import type { Room } from "./roomiest-point";
import { fillOf, pathOf, strokeOf } from "../frame/side";

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
        {countries.map(({ side, shape, name }) => shape && <Name key={side} shape={shape} name={name} />)}
      </svg>
    </figure>
  );
}

function Country({ shape, side }: { shape: CountryShape; side: SideKey }) {
  return (
    <>
      <path d={shape.path} transform={`scale(${1 / finer})`} className={fillOf(side)} />
      {shape.sign && shape.sign.room >= leastRoom && <Sign at={shape.sign} side={side} />}
      {shape.tiny && (
        <circle cx={shape.x} cy={shape.y} r="9" fill="none" strokeWidth="2.5" className={strokeOf(side)} />
      )}
    </>
  );
}

// A smaller sign could not be told from a lake.
const leastRoom = 5;

/** The sign of the side within its country, cut out of the hue: beside the name it would be taken for a town. */
function Sign({ at: { x, y, room }, side }: { at: Room; side: SideKey }) {
  const size = Math.min(room * 1.3, 18);
  return (
    <svg x={x - size / 2} y={y - size / 2} width={size} height={size} viewBox="0 0 12 12">
      <path d={pathOf(side)} className="fill-paper" />
    </svg>
  );
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;

/** The country's name below its shape. */
function Name({ shape, name }: { shape: CountryShape; name: string }) {
  return (
    <text
      x={percent(shape.x, mapWidth)}
      y={percent(shape.bottom, mapHeight)}
      dy="1.15em"
      textAnchor="middle"
      className="fill-ink stroke-paper stroke-[5px] font-sans text-label [paint-order:stroke]"
    >
      {name}
    </text>
  );
}
