/**
 * The words of magnitudes in the languages of statistical tables, by the power of ten that they stand for: those of Intl, and before
 * them those that it has not, in the sense that they have in tables.
 */
import { numberFormat } from "./intl-formats";
import { amountLanguages } from "./source-languages";

/** "mil" is a thousand in some languages, a million in others; "t" a thousand in German tables, a trillion in others. */
const said: readonly (readonly [powers: readonly number[], words: string])[] = [
  [
    [3],
    "k; th; thd; ths; thsd; thou; thousand; thousands; tsd; tausend; millier; milliers; mille; tys; tysiecy",
  ],
  [[3], "milhares; migliaia; tisice; tisicich; tisuca; hiljada; hiljade; tuhansia; ribu; nghin"],
  [[3], "хил; хиляди; хиљада; χιλ; χιλιαδες"],
  [[6], "백만"],
  [[3], "тыс; тысяча; тысячи; тысяч; тис; тисяч; мың"],
  [[3, 6], "mil"],
  [[5], "lakh; lakhs; lac; lacs"],
  [[6], "m; mm; mn; mln; mio; mill; milj; million; millions; millionen; millon; millones; milhao; milhoes"],
  [[6], "milione; milioni; miljoen; millioner; miljoner; milionow; milyon"],
  [[6], "млн; миллион; миллиона; миллионов; мільйон; мільйона; мільйонів"],
  [[7], "cr; crore; crores"],
  [[9], "b; bn; bln; billion; billions; mrd; mrds; mlrd; mld; mds; md; mia; milliard; milliards; milliarden"],
  [[9], "miliardo; miliardi; miljard; milliarder; miljarder; miliardow; milyar; bilhao; bilhoes"],
  [[9], "mil millones; miles millones; mil milhoes; thousand million; thousand millions"],
  [[9], "млрд; миллиард; миллиарда; миллиардов; мільярд; мільярда; мільярдів"],
  [[10], "thousand crore; thousand crores"],
  [[12], "tn; trn; trillion; trillions; bio; billionen; billon; billones; lakh crore; lakh crores"],
  [[12], "трлн; триллион; триллиона; триллионов"],
  [[9], "مليارات; δις; tỉ"],
  [[6], "εκατ"],
  [[3], "千"],
  [[6], "百万"],
  [[7], "千万"],
  [[3, 12], "t"],
];

const powersBy = new Map(
  said.flatMap(([powers, words]) => words.split("; ").map((word) => [folded(word), powers] as const)),
);

/** What Intl writes short and long: the words of a number are those of the power that is left beside its digits. */
const samples = [3, 4, 5, 6, 7, 8, 9, 10, 12].flatMap((power) =>
  [1, 2, 5].map((digit) => digit * 10 ** power),
);

let fromIntl: ReadonlyMap<string, readonly number[]> | null = null;

function powersOfIntl(): ReadonlyMap<string, readonly number[]> {
  if (fromIntl) return fromIntl;
  const found = new Map<string, Set<number>>();
  for (const language of amountLanguages) {
    for (const compactDisplay of ["short", "long"] as const) {
      const format = numberFormat(`${language}-u-nu-latn`, {
        notation: "compact",
        compactDisplay,
        useGrouping: false,
      });
      for (const sample of samples) {
        const parts = format.formatToParts(sample);
        const said = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
        const word = folded(said("compact").replace(/^de /, ""));
        const power = Math.log10(sample / Number(said("integer") || String(sample)[0]));
        // One letter is another thousand in each language.
        if (word.length > 1 || /\p{Lo}/u.test(word))
          found.set(word, (found.get(word) ?? new Set()).add(power));
      }
    }
  }
  fromIntl = new Map([...found].map(([word, powers]) => [word, [...powers]]));
  return fromIntl;
}

/** The powers of ten that a word, or two, can stand for; undefined where it is no magnitude. */
export function powersMeant(words: string): readonly number[] | undefined {
  const word = folded(words);
  return powersBy.get(word) ?? powersOfIntl().get(word);
}

function folded(words: string): string {
  return words
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}
