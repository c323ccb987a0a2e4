/** What the headings of a column name, with their unit or without it: "Exports (US$ million)". */
import { countryNamed } from "../country-named";
import { fold } from "../folding";
import { isOtherMeasure, splitUnit, unitOf } from "./heading-units";
import { fieldsNamed, type KnownNames } from "./known-names";

/** The headings of a column from top to bottom. */
export interface HeadingStack {
  lines: readonly string[];
  /** An upper one stands over the column beside it as well. */
  isShared: boolean;
}

/** By each way to read the headings of a column that names any, the fields that it names. */
export function namesIn(stack: HeadingStack, names: KnownNames): (readonly (string | null)[])[] {
  return readings(stack)
    .filter(({ without }) => !without.some((part) => saysWhich(part) || isOtherMeasure(part)))
    .map(({ name }) => fieldsNamed(name, names))
    .filter((paths) => paths.length > 0);
}

/** A way to read a heading, and what of it is left out then. */
interface HeadingReading {
  name: string;
  without: readonly string[];
}

/**
 * The ways to read the headings of a column: all of them, the lowest alone where the upper ones are not its own, the highest
 * alone; each without its unit too, and without saying that it is of values.
 */
function readings({ lines, isShared }: HeadingStack): HeadingReading[] {
  const split = lines.map(splitUnit);
  const alone = (at: number): HeadingReading[] => {
    const others = lines.filter((_, place) => place !== at);
    const { name = "", asides = [], open = "" } = split[at] ?? {};
    return [
      { name: lines[at] ?? "", without: others },
      { name, without: [...others, ...asides, open] },
    ];
  };
  const all = [
    { name: lines.join(" "), without: [] },
    {
      name: split.map(({ name }) => name).join(" "),
      without: split.flatMap(({ asides, open }) => [...asides, open]),
    },
    ...(isShared ? alone(lines.length - 1) : []),
    ...alone(0),
  ];
  return all.flatMap((one) => {
    const name = one.name.replace(ofGoods, "").replace(ofValues, "").trim();
    return name === "" || name === one.name ? [one] : [one, { ...one, name }];
  });
}

/** The trade of a dossier is one in goods. */
const ofGoods = /^(?:goods|merchandise),? (?=\p{L})/iu;

/** "Value of exports" and "Export value" are exports. */
const ofValues = /^values? of (?:the )?|[,:]? values?$|^valor de (?:las |los |l)?|^valeur des? /iu;

/** Whether a text by itself names a field, with its unit or what else stands in brackets behind it or not. */
export function isHeading(text: string, names: KnownNames): boolean {
  return [text, splitUnit(text).name].some((one) => fieldsNamed(one, names).length > 0);
}

/** Longer names than that of any country say more than which. */
const longestCountry = 60;

/** Whether a part of a heading says which way or with whom, as "to Russia" does: the heading is another one without it. */
export function saysWhich(part: string): boolean {
  // Turkish sets an apostrophe between a name and its case: "Rusya'ya".
  const said = part
    .replace(/^[([]|[)\]]$/g, "")
    .replace(/(?<=\p{L})['’]\p{Ll}{1,4}$/u, "")
    .trim();
  if (whichWay.test(said)) return true;
  if (said.length > longestCountry || unitOf(said)) return false;
  // Small words as "no" and "in" are codes of countries too.
  return (
    worlds.has(fold(said)) || ((said.length > 2 || /^[A-Z]{2}$/.test(said)) && countryNamed(said) !== null)
  );
}

/** The words before a partner, in the languages in which headings are known. */
const whichWay =
  /^(?:to|from|into|with|by|of|via|в|во|из|с|со|на|до|з|із|у|a|al|hacia|desde|de|con|para|vers|à|au|en|avec|nach|aus|mit|do|da|com|verso|per)\s/iu;

/** What tables call all partners at once. */
const worlds = new Set([
  "world",
  "all countries",
  "all partners",
  "rest of the world",
  "extra-eu",
  "intra-eu",
]);
