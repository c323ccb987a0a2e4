/** What sources say of a time that a date here has no sign for: a part of a year or a month, one of several years. */

/** Before what it is a part of: "early 1992", "в начале 1992 года", "Anfang Mai 1992". */
const partBefore =
  /^(?:(?:in |at )?(?:the )?(?:very )?(?:early|mid|late|beginning|start|middle|end)|a? ?(?:principios|comienzos|inicios|mediados|finales|fines)|(?:au |à la )?(?:début|mi|fin)|anfang|mitte|ende|(?:в )?(?:начал[оеа]|середин[ае]|конц[еа]|конец)|(?:no )?(?:início|meados|fim|final)|(?:all['’])?(?:inizio|metà|fine))(?: of(?: the)?| de| d['’]| del| di|,)?[ -](?<rest>.+)$/iu;

/** "Q1 1992", "1992-Q1", "2H 1992". */
const quarters = [
  /^(?:[qh][1-4]|[1-4][qh])[ /-]?(?<rest>\d{4})$/iu,
  /^(?<rest>\d{4})[ /-]?(?:[qh][1-4]|[1-4][qh])$/iu,
];

const ordinal = "(?:1st|first|2nd|second|3rd|third|4th|fourth|last)";
/** "first half of 1992", "1 квартал 1992 г.". */
const partOfYear = [
  new RegExp(`^(?:the |in the )?${ordinal} (?:quarter|half)(?: of)? (?<rest>.+)$`, "iu"),
  /^(?:[1-4]|iv|i{1,3})(?:-?[йяе])? (?:квартал|полугодие)е? (?<rest>.+)$/iu,
  /^(?:перв|втор|трет|четв[её]рт)\p{L}+ (?:квартал|половин|полугоди)\p{L}* (?<rest>.+)$/iu,
];

const or = / (?:or|o|ou|oder|или|немесе) /iu;
/** EDTF's sets, of which its second level has more: "[1992,1993]" is one of both. */
const oneOfSet = /^\[([^,[\]{}]+(?:,[^,[\]{}]+)+)\]$/u;
const years = /^\d{4}(?:, ?\d{4})+$/u;

/** Whether a text is a quarter or half of a year in figures, whose letter is a day of the week elsewhere. */
export const isQuarter = (text: string) => quarters.some((quarter) => quarter.test(text));

/**
 * The dates in a text that says more than a date can, or that it is one of several: what is left of it once that is left out.
 * None where it says no such thing. `isOneOf` tells the second from the first.
 */
export function looserDates(text: string): { dates: string[]; isOneOf: boolean } {
  const several = oneOf(text);
  if (several.length > 1) return { dates: several, isOneOf: true };
  const rest = [partBefore, ...quarters, ...partOfYear]
    .map((part) => part.exec(text)?.groups?.rest)
    .find(Boolean);
  return { dates: rest ? [rest] : [], isOneOf: false };
}

/** The dates of "1992 or 1993", "1992, 1993 or 1994" and "[1992,1993]", of which one is meant; the text alone where it says no such thing. */
function oneOf(text: string): string[] {
  const set = oneOfSet.exec(text)?.[1];
  if (set) return set.split(",").map((one) => one.trim());
  return text.split(or).flatMap((part) => (years.test(part) && or.test(text) ? part.split(/, ?/u) : [part]));
}
