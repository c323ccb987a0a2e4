/** The words of magnitudes in the languages of statistical tables, by the power of ten that they stand for. */

/** "mil" is a thousand in some languages, a million in others; "t" a thousand in German tables, a trillion in others. */
const said: readonly (readonly [powers: readonly number[], words: string])[] = [
  [[3], "k; th; thd; thou; thousand; thousands; tsd; tausend; millier; milliers; mille; tys; tysiecy"],
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
  [[3, 12], "t"],
];

const powersBy = new Map(
  said.flatMap(([powers, words]) => words.split("; ").map((word) => [folded(word), powers] as const)),
);

/** The powers of ten that a word, or two, can stand for; undefined where it is no magnitude. */
export function powersMeant(words: string): readonly number[] | undefined {
  return powersBy.get(folded(words));
}

function folded(words: string): string {
  return words
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}
