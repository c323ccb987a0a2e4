/**
 * Latitudes and longitudes as people and maps write them, read into decimal degrees: "51,1694", "51°10′10″ N", "W 0.1278". A pair
 * of them is two values.
 */
import { normalDecimal, rounded } from "./money";
import { withPlainDigits } from "./plain-digits";

export type Axis = "latitude" | "longitude";

const axes = ["latitude", "longitude"] as const satisfies readonly Axis[];

export type ReadDegrees =
  | { ok: true; degrees: string }
  | { ok: false; problem: "degrees.unreadable" | "degrees.otherAxis" }
  /** Its letter means two sides of the world: "O" is west in Romance languages, and east in German. */
  | { ok: false; problem: "decimal.ambiguous"; choices: string[] };

/** No coordinate, and no pair, is as long: longer text is not looked at. */
const longest = 100;

/** What stands for a side of the world, the longest first. */
const sides: readonly (readonly [said: string, axis: Axis, signs: readonly ("" | "-")[]])[] = [
  ["north", "latitude", [""]],
  ["south", "latitude", ["-"]],
  ["east", "longitude", [""]],
  ["west", "longitude", ["-"]],
  ["с. ш.", "latitude", [""]],
  ["ю. ш.", "latitude", ["-"]],
  ["в. д.", "longitude", [""]],
  ["з. д.", "longitude", ["-"]],
  ["n", "latitude", [""]],
  ["s", "latitude", ["-"]],
  ["e", "longitude", [""]],
  ["w", "longitude", ["-"]],
  ["o", "longitude", ["", "-"]],
];

const unreadable = { ok: false, problem: "degrees.unreadable" } as const;

/** Reads one coordinate; how far north or east it may lie is judged by the field. Digits past the ninth are rounded away. */
export function readDegrees(typed: string, axis: Axis): ReadDegrees {
  if (typed.length > longest) return unreadable;
  const { text, side } = withoutSide(plainSigns(typed));
  if (side && side[1] !== axis) return { ok: false, problem: "degrees.otherAxis" };
  const isNegative = text.startsWith("-");
  if (side && (isNegative || text.startsWith("+"))) return unreadable;
  const degrees = inDegrees(text.replace(/^[-+] ?/, ""));
  if (degrees === null) return unreadable;
  const signs = side?.[2] ?? [isNegative ? "-" : ""];
  const [one = degrees, ...others] = [
    ...new Set(signs.map((sign) => normalDecimal(sign + degrees) ?? degrees)),
  ];
  return others.length > 0
    ? { ok: false, problem: "decimal.ambiguous", choices: [one, ...others] }
    : { ok: true, degrees: one };
}

/** The signs that programs and typesetters write, made those of a keyboard. */
function plainSigns(typed: string): string {
  return withPlainDigits(typed)
    .replace(/[−–]/gu, "-")
    .replace(/[º˚]/gu, "°")
    .replace(/[′’‘´`]/gu, "'")
    .replace(/[″”“]|''/gu, '"')
    .replace(/\s+/gu, " ")
    .trim();
}

function withoutSide(text: string): { text: string; side: (typeof sides)[number] | undefined } {
  // "51d10m10s" ends with its seconds.
  if (inDegrees(text) !== null) return { text, side: undefined };
  const small = text.toLowerCase();
  const isLetter = (at: number) => /\p{L}/u.test(small.charAt(at));
  for (const side of sides) {
    const [said] = side;
    if (small.startsWith(said) && !isLetter(said.length))
      return { text: text.slice(said.length).trim(), side };
    for (const one of [said, said.replace(" ", "")])
      if (small.endsWith(one) && !isLetter(small.length - one.length - 1))
        return { text: text.slice(0, -one.length).trim(), side };
  }
  return { text, side: undefined };
}

const number = String.raw`(\d{1,12}(?:[.,]\d{1,20})?)`;
const whole = String.raw`(\d{1,3})`;
const degree = String.raw`(?: ?(?:°|deg) ?| |:)`;
const shapes = [
  String.raw`${number} ?(?:°|deg)?`,
  String.raw`${whole}${degree}${number} ?'?`,
  String.raw`${whole}${degree}${whole}(?: ?' ?| |:)${number} ?"?`,
  String.raw`${whole} ?d ?${number} ?m`,
  String.raw`${whole} ?d ?${whole} ?m ?${number} ?s`,
].map((shape) => new RegExp(`^${shape}$`, "u"));

/** Degrees, with minutes and seconds or without, as a plain decimal; null where they are none. */
function inDegrees(text: string): string | null {
  for (const shape of shapes) {
    const [, ...parts] = shape.exec(text) ?? [];
    if (parts.length > 0) return addedUp(parts.map((part) => part.replace(",", ".")));
  }
  return null;
}

/** Sixtieths below the degree, exactly and rounded once: to nine digits, some tenth of a millimetre. */
function addedUp([degrees = "0", ...sixtieths]: readonly string[]): string | null {
  if (sixtieths.length === 0) return normalDecimal(degrees);
  if (sixtieths.some((part) => Number(part) >= 60)) return null;
  const scale = 20;
  const parts = [degrees, ...sixtieths].map((part) => {
    const [before = "", after = ""] = part.split(".");
    return BigInt(before + after.padEnd(scale, "0"));
  });
  const least = parts.reduce((sum, part) => sum * 60n + part, 0n);
  const divisor = 60n ** BigInt(sixtieths.length);
  const digits = String((least + divisor / 2n) / divisor).padStart(scale + 1, "0");
  return rounded(normalDecimal(`${digits.slice(0, -scale)}.${digits.slice(-scale)}`) ?? digits, 9);
}

/** Two coordinates, each as it was written. */
export interface Pair {
  latitude: string;
  longitude: string;
}

/**
 * The two coordinates of a text: "51.1694, 10.4515", `51°10′10″N 10°27′5″E`. Without sides of the world the latitude is first, as
 * maps for people have it; in `Point(10.45 51.17)` the longitude. Null for any other text, as "51,16", which is one, and for what can
 * be divided in two ways.
 */
export function pairOfDegrees(typed: string): Pair | null {
  if (typed.length > longest || axes.some((axis) => readDegrees(typed, axis).ok)) return null;
  const point = /^(?:SRID=\d+;)?point ?\((.*)\)$/iu.exec(typed.trim())?.[1];
  const text = plainSigns(point ?? typed.replace(/^geo:/i, "")).replace(/^[([](.*)[)\]]$/u, "$1");
  for (const separator of [/ ?[;|/] ?/gu, /, /gu, /,/gu, / /gu]) {
    const pairs = [...text.matchAll(separator)].flatMap(({ index, 0: said }) => {
      const pair = pairOf(text.slice(0, index), text.slice(index + said.length), point !== undefined);
      return pair ? [pair] : [];
    });
    // "51,16,10" falls apart in two ways.
    const [one, ...others] = pairs;
    if (one && others.length === 0) return one;
    if (one) return null;
  }
  return null;
}

function pairOf(first: string, second: string, isTurned: boolean): Pair | null {
  const reads = (text: string, axis: Axis, most: number) => {
    const read = readDegrees(text, axis);
    return read.ok ? Math.abs(Number(read.degrees)) <= most : read.problem === "decimal.ambiguous";
  };
  const asPair = (latitude: string, longitude: string): Pair | null =>
    reads(latitude, "latitude", 90) && reads(longitude, "longitude", 180) ? { latitude, longitude } : null;
  return isTurned ? asPair(second, first) : (asPair(first, second) ?? asPair(second, first));
}
