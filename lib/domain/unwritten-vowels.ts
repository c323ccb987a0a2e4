/**
 * Words of Arabic, Persian, Urdu and Hebrew, which are written without most of their vowels, against their spellings in Latin letters:
 * "محمد" is Muhammad, Mohammed and Mehmet. `entente_consonants` gives the same keys in the database.
 */

/** Longer words are compared with no other: there are more ways to read them than to look at. */
const mostLetters = 12;
const mostLatin = 30;
/** Shorter ones are particles. */
const fewestLetters = 3;

/** As in the conditions of the database's indexes. */
const withoutVowels = new RegExp(`^[\\u05d0-\\u05ea\\u0620-\\u06ff]{${fewestLetters},${mostLetters}}$`);
const latin = new RegExp(`^[a-z]{${fewestLetters},${mostLatin}}$`);

/** Letters by what they may be spelled with, the likeliest first: consonants, each of which may be doubled. */
const consonants: readonly [letters: string, spelled: string][] = [
  ["بپ", "b|p"],
  ["ت", "t|d"],
  ["ث", "th|s|t"],
  ["ج", "dzh|dj|dz|j|g|c"],
  ["چ", "tch|tsh|ch|c"],
  ["حھ", "h"],
  ["خ", "kh|k|ch|x"],
  ["دڈ", "d|t"],
  ["ذظض", "dh|th|d|z"],
  ["رڑר", "r"],
  ["زז", "z|s"],
  ["ژ", "zh|j"],
  ["سصס", "s|c"],
  ["ش", "sch|sh|ch|s"],
  ["طٹ", "t"],
  ["غ", "gh|g"],
  ["ف", "f|ph|v"],
  ["ق", "gh|q|k|g|c"],
  ["كک", "k|c|q"],
  ["گ", "g"],
  ["لל", "l"],
  ["مםמ", "m"],
  ["نںןנ", "n"],
  ["ב", "bh|b|v|w"],
  ["ג", "g|j"],
  ["ד", "d"],
  ["ח", "kh|ch|h"],
  ["טת", "th|t"],
  ["כך", "kh|ch|k|c|q"],
  ["פף", "ph|p|f"],
  ["צץ", "tz|ts|z|s"],
  ["ק", "k|q|c"],
  ["ש", "sch|sh|s"],
];
const spelledWith = new Map(
  consonants.flatMap(([letters, spelled]) => [...letters].map((one) => [one, spelled.split("|")] as const)),
);

/** A piece of a spelling: one of some letters or groups of letters, so often. */
interface Piece {
  one: readonly string[];
  least: number;
  most: number;
}

const piece = (one: readonly string[], least: number, most: number): Piece => ({ one, least, most });

/** Vowels between two consonants that no letter stands for. */
const unwritten = piece([..."aeiou"], 0, 1);
/** In the first syllable the French spell one of them by two. */
const unwrittenFirst = piece([..."aeiou", "ou"], 0, 1);
/** What stands for a vowel by itself has none beside it that is not written. */
const isVowel = /[اٱىة]/u;
const silent = piece(["h"], 0, 1);

/** Letters that may stand for vowels, and what they are spelled with within a word and at its end. */
const vowels = new Map<string, { within: Piece[]; last: Piece[] }>([
  ...each("اٱ", [piece(["a", "o"], 1, 2), silent]),
  ...each("عءאע", [unwritten]),
  ...each("وו", [piece(["w", "v", "u", "o", "ou", "oo"], 1, 2)]),
  ...each(
    "یيי",
    [piece(["y", "i", "e", "ee", "ie", "ei", "ey"], 1, 2)],
    [piece(["y", "i", "ee", "ie", "ei", "ey"], 1, 2)],
  ),
  ...each("ىے", [piece([..."aeiy"], 1, 2)]),
  ...each("ة", [piece(["a", "e"], 0, 1), silent]),
  ...each("هہەה", [piece(["h"], 1, 2)], [piece(["a", "e", "o"], 0, 1), silent]),
]);

/** An alef before another letter: at the beginning any vowel, within a long "a", and one of three before "llah". */
const alefs = {
  first: piece([..."aeiou"], 1, 2),
  within: piece(["a"], 1, 2),
  ofGod: piece(["a", "o", "u"], 1, 1),
};

function each(letters: string, within: Piece[], last = within) {
  return [...letters].map((letter) => [letter, { within, last }] as const);
}

/** The Arabic article, which is a word of its own in Latin letters. */
const article = /^ال(?=.{3})/u;

/** The Latin spellings of a word as a statement asks for them: with which letters they begin and end, and a pattern of them. */
export interface LatinSpellings {
  first: string;
  last: string;
  /** For PostgreSQL, which takes a tenth of a millisecond for each word that is compared with it. */
  pattern: string;
}

/** The Latin spellings of a folded word that is written without its vowels; null for any other word. */
export function latinSpellings(word: string): LatinSpellings | null {
  const ways = waysOf(word);
  if (ways.length === 0) return null;
  return {
    first: ways.map((pieces) => lettersAt(pieces, (one) => one[0]!)).join(""),
    last: ways.map((pieces) => lettersAt(pieces.toReversed(), (one) => one.at(-1)!)).join(""),
    pattern: `^(?:${ways.map((pieces) => pieces.map(pattern).join("")).join("|")})$`,
  };
}

/** The letters of the pieces up to the first that is never left out. */
function lettersAt(pieces: readonly Piece[], letter: (one: string) => string): string {
  const needed = pieces.findIndex(({ least }) => least > 0);
  return pieces
    .slice(0, needed + 1 || undefined)
    .flatMap(({ one }) => one.map(letter))
    .join("");
}

const pattern = ({ one, least, most }: Piece) => `(?:${one.join("|")}){${least},${most}}`;

/** Whether a folded word in Latin letters may spell one that is written without its vowels. */
export function maySpell(latinWord: string, word: string): boolean {
  return latin.test(latinWord) && waysOf(word).some((pieces) => isMadeOf(latinWord, pieces));
}

/** Whether a text is made of these pieces: from all places that the text may have come to, step by step, however many ways lead there. */
function isMadeOf(text: string, pieces: readonly Piece[]): boolean {
  let places = new Set([0]);
  for (const { one, least, most } of pieces) {
    const reached = new Set(least === 0 ? places : []);
    let step = places;
    for (let times = 1; times <= most; times += 1) {
      step = new Set(
        [...step].flatMap((at) =>
          one.filter((some) => text.startsWith(some, at)).map((some) => at + some.length),
        ),
      );
      if (times >= least) for (const at of step) reached.add(at);
    }
    places = reached;
  }
  return places.has(text.length);
}

/** The ways to spell a word, each in pieces: as it stands, and without its article. */
function waysOf(word: string): Piece[][] {
  if (!withoutVowels.test(word)) return [];
  const ways = [...new Set([word, word.replace(article, "")])].map((one) =>
    piecesOf([...one.replaceAll("יי", "י")]),
  );
  return ways.filter((pieces) => pieces !== null);
}

function piecesOf(letters: readonly string[]): Piece[] | null {
  const pieces: Piece[] = [];
  for (const [at, letter] of letters.entries()) {
    const consonant = spelledWith.get(letter);
    const vowel = vowels.get(letter);
    if (!consonant && !vowel) return null;
    if (at > 0 && !isVowel.test(letters[at - 1]! + letter))
      pieces.push(at === 1 ? unwrittenFirst : unwritten);
    if (consonant) pieces.push(piece(consonant, 1, 2));
    else if (/[اٱ]/u.test(letter) && at < letters.length - 1) pieces.push(alefIn(letters, at));
    else pieces.push(...(at === letters.length - 1 ? vowel!.last : vowel!.within));
  }
  return pieces;
}

function alefIn(letters: readonly string[], at: number): Piece {
  if (at === 0) return alefs.first;
  return letters[at + 1] === "ل" && letters[at + 2] === "ل" ? alefs.ofGod : alefs.within;
}

/** Consonants that some spell otherwise are one in keys, and those that others leave out or take for vowels are none. */
const keyed: readonly [key: string, letters: string][] = [
  ["t", "cdgjkqstxzتثجخدذزسشصضطظغقكکگچژٹڈגדזטכךסצץקשת"],
  ["m", "mمםמ"],
  ["n", "nنںןנ"],
  ["l", "lلל"],
  ["r", "rرڑר"],
  ["", "abefhiopuvwyءابةحعفهويىیپہھەےٱאבהוחיעפף"],
];
const keyOf = new Map(keyed.flatMap(([key, letters]) => [...letters].map((letter) => [letter, key])));

/** What is equal for a word without vowels and its Latin spellings, and for many others. */
export function consonantKey(word: string): string {
  const letters = [...word.replace(article, "")].map((letter) => keyOf.get(letter) ?? letter).join("");
  return letters.replace(/(.)\1+/gu, "$1");
}

/** The keys of what may be another spelling of a folded word; none of words in other letters, or of too few or too many. */
export function consonantKeys(word: string): string[] {
  if (!withoutVowels.test(word) && !latin.test(word)) return [];
  // An "h" that is spelled as "ch" or "kh", and an article that is spelled as one word with what follows.
  const others = [word, word.replace(/^[ae]l(?=.{3})/, "")].flatMap((one) => [
    one,
    one.replace(/[ck]h/g, "h"),
    one.replaceAll("ח", "t"),
  ]);
  return [...new Set(others.map(consonantKey))];
}

/** A folded word in Latin letters as one that is written without its vowels is spelled letter by letter: "mhmd"; "" of too few. */
export function withoutItsVowels(word: string): string {
  const left = latin.test(word) ? word.replace(/[aeiou]/g, "").replace(/(.)\1+/g, "$1") : "";
  return left.length >= fewestLetters ? left : "";
}

/** Whether a folded word is written in letters that leave vowels out. */
export const leavesVowelsOut = (word: string): boolean => withoutVowels.test(word);
