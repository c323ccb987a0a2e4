import { useTranslations } from "next-intl";
import { type SideKey, sideOf } from "@/lib/domain/sides";
import { partiesInText, partyNames, type Setting, type Viewed } from "../frame/setting";
import { fillOf, pathOf, SideSign, strokeOf } from "../frame/side";
import { type MarkedMission, missionMarks } from "./mission-marks";
import type { NamePlace, NameSide } from "./name-places";
import type { MapHeight } from "./pair-projection";
import { type CountryShape, finer, mapWidth, pairShapes } from "./pair-shapes";
import type { Room } from "./roomiest-point";

interface Props {
  setting: Setting;
  /** Those that are marked where they stand, as far as that is known. */
  missions: readonly Viewed<"mission">[];
}

const looks: Record<MapHeight, string> = {
  280: "aspect-[960/280]",
  360: "aspect-[960/360]",
  440: "aspect-[960/440]",
};

/** Where the two countries lie; drawn on the server, in the hues and signs of their sides. */
export function PairMap({ setting, missions }: Props) {
  const t = useTranslations("map");
  const shapes = pairShapes(setting.parties, setting.locale);
  const [a, b] = partyNames(setting);
  const inText = partiesInText(setting);
  const marks = missionMarks(missions, shapes);
  const countries = [
    { side: "a", shape: shapes.a, name: a },
    { side: "b", shape: shapes.b, name: b },
  ] as const;
  const isNamed = countries.some(({ shape }) => shape?.name);
  return (
    <figure>
      {/* The outer canvas has no scale of its own: names keep the size of text however small the map. */}
      <svg
        className={`block w-full overflow-visible ${looks[shapes.height]}`}
        role="img"
        aria-label={t("description", { a: inText[0], b: inText[1] })}
      >
        <svg viewBox={`0 0 ${mapWidth} ${shapes.height}`} width="100%" height="100%">
          <path d={shapes.land} className="fill-land" />
          {countries.map(({ side, shape }) => shape && <Country key={side} shape={shape} side={side} />)}
          {marks.map((mark) => (
            <Mission key={mark.id} mark={mark} side={sideOf(mark.sending, setting)} />
          ))}
        </svg>
        {countries.map(
          ({ side, shape, name }) =>
            shape?.name && <Name key={side} place={shape.name} name={name} height={shapes.height} />,
        )}
      </svg>
      {(!isNamed || marks.length > 0) && (
        <figcaption className="mt-2 font-sans text-note text-muted">
          {!isNamed &&
            countries.map(({ side, name }) => (
              <span key={side} className="mr-5 text-ink">
                <SideSign side={side} />
                {name}
              </span>
            ))}
          {marks.length > 0 && t("caption")}
        </figcaption>
      )}
    </figure>
  );
}

function Country({ shape, side }: { shape: CountryShape; side: SideKey }) {
  const { path, sign, tiny, capital, x, y, name } = shape;
  // A name that stands there says as much as the sign.
  const hasSign = sign && sign.room >= leastRoom && name?.side !== "within" && !liesOn(sign, capital);
  return (
    <>
      <path d={path} transform={`scale(${1 / finer})`} className={fillOf(side)} />
      {hasSign && <Sign at={sign} side={side} />}
      {tiny && <circle cx={x} cy={y} r="9" fill="none" strokeWidth="2.5" className={strokeOf(side)} />}
      {capital && !tiny && (
        <circle cx={capital[0]} cy={capital[1]} r="4.5" strokeWidth="2" className="fill-paper stroke-ink" />
      )}
    </>
  );
}

// A smaller sign could not be told from a lake.
const leastRoom = 5;
const liesOn = (sign: Room, capital: CountryShape["capital"]) =>
  capital !== null && Math.hypot(sign.x - capital[0], sign.y - capital[1]) < 22;

/** The sign of the side within its country, cut out of the hue: beside the name it would be taken for a town. */
function Sign({ at: { x, y, room }, side }: { at: Room; side: SideKey }) {
  const size = Math.min(room * 1.3, 18);
  return (
    <svg x={x - size / 2} y={y - size / 2} width={size} height={size} viewBox="0 0 12 12">
      <path d={pathOf(side)} className="fill-paper" />
    </svg>
  );
}

/** A mission: the sign of the country that sent it, in that country's hue. */
function Mission({ mark: { at }, side }: { mark: MarkedMission; side: SideKey | undefined }) {
  if (!side) return null;
  return (
    <svg x={at[0] - 9} y={at[1] - 9} width="18" height="18" viewBox="-2 -2 16 16">
      <path
        d={pathOf(side)}
        strokeWidth="3.5"
        className={`${fillOf(side)} stroke-paper [paint-order:stroke]`}
      />
    </svg>
  );
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;

const settings: Record<NameSide, { anchor: "start" | "middle" | "end"; dx: number; dy: string }> = {
  below: { anchor: "middle", dx: 0, dy: "1.15em" },
  above: { anchor: "middle", dx: 0, dy: "-0.45em" },
  right: { anchor: "start", dx: 6, dy: "0.35em" },
  left: { anchor: "end", dx: -6, dy: "0.35em" },
  within: { anchor: "middle", dx: 0, dy: "0.35em" },
};

/** A country's name, beside its shape or within it. */
function Name({ place: { side, x, y }, name, height }: { place: NamePlace; name: string; height: number }) {
  const { anchor, dx, dy } = settings[side];
  return (
    <text
      x={percent(x, mapWidth)}
      y={percent(y, height)}
      dx={dx}
      dy={dy}
      textAnchor={anchor}
      className="fill-ink stroke-paper stroke-[4px] font-sans text-label [paint-order:stroke]"
    >
      {name}
    </text>
  );
}
