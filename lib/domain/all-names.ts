/** All that countries are called in the languages of sources: the one table that pasted tables, forms and searches read. */
import { countryCodes, formerCodes, usualName } from "./countries";
import { fold } from "./folding";
import { longNames } from "./long-names";
import { otherNames } from "./other-names";
import { registerNames } from "./register-names";
import { sourceLanguages } from "./source-languages";

export interface CountryCalled {
  code: string;
  /** In any language; those in use before those that registers have. */
  names: readonly string[];
}

let made: readonly CountryCalled[] | null = null;

/** Each country with its names: those of today before those that were. */
export function countriesCalled(): readonly CountryCalled[] {
  made ??= [...countryCodes, ...formerCodes].map((code) => {
    const long = longNames[code] ?? [];
    const usual = sourceLanguages.map((language) => usualName(code, language));
    const names = [...(otherNames[code] ?? []), ...(registerNames[code] ?? []), ...long, ...usual];
    return { code, names: [...names, ...long.flatMap(inGenitive)] };
  });
  return made;
}

/** How the words of Russian names end where they are of something: "Правительство Российской Федерации". */
const endings: readonly [RegExp, string][] = [
  [/ая$/u, "ой"],
  [/(?<=[гкхжшщч])ие$/u, "их"],
  [/[иы]е$/u, "ых"],
  [/ия$/u, "ии"],
  [/(?<=[гк])а$/u, "и"],
  [/ство$/u, "ства"],
  [/ты$/u, "тов"],
];

/** A style or adjective has one of these forms; what a state is called by itself stays as it is in official names. */
const declined =
  /^(?:\p{L}+ая|\p{L}+[иы]е|республика|федерация|конфедерация|королевство|штаты|эмираты|союз)$/u;

/** A Russian name in full as it stands behind "of"; nothing for a name of one word or in other letters. */
function inGenitive(name: string): string[] {
  if (!name.includes(" ") || !/^[а-яё -]+$/iu.test(name)) return [];
  const words = name.split(" ").map((word) => {
    if (!declined.test(word.toLowerCase())) return word;
    if (/союз$/iu.test(word)) return `${word}а`;
    const [ending, to] = endings.find(([one]) => one.test(word.toLowerCase())) ?? [];
    return ending ? word.replace(new RegExp(ending.source, "iu"), to!) : word;
  });
  const genitive = words.join(" ");
  return fold(genitive) === fold(name) ? [] : [genitive];
}

/** Words for a government in these languages, folded, which stand before a country's name or behind it. */
export const governments: ReadonlySet<string> = new Set(
  ["government", "правительство", "gobierno", "gouvernement", "regierung", "governo", "hükümeti", "үкіметі"]
    .concat(["уряд", "rząd", "governments", "правительства"])
    .map(fold),
);
