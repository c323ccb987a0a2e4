/** Made-up titles and texts, of words that are as rare and as common as those of a language: the same at each run. */

const common =
  "the of and in to embassy countries relations minister visit cooperation agreement delegation president talks exports parliament conference".split(
    " ",
  );
const syllables =
  "ka zari mo leta shu ben dargo mi nosta per qua rosin tel umvor wex yar zhe bra chodri fla".split(" ");
const vocabularySize = 60_000;

export interface MadeUp {
  title: string;
  text: string;
  /** ISO. */
  day: string;
}

/** The word of a rank: some common ones, and behind them ever rarer ones, each of three or four syllables. */
function wordAt(rank: number): string {
  if (rank < common.length) return common[rank]!;
  const at = (rank * 7919) % 160_000;
  const part = (power: number) => syllables[Math.floor(at / 20 ** power) % 20]!;
  return part(0) + part(1) + part(2) + (at >= 8000 ? part(3) : "");
}

/** The event of a number: a title of four to eight words that ends with the number, and a text of some thirty. */
export function madeUp(number: number): MadeUp {
  let state = (number + 1) * 2_654_435_761;
  const next = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  };
  const words = (count: number) =>
    Array.from({ length: count }, () => wordAt(Math.floor(vocabularySize ** next()) - 1)).join(" ");
  const month = String(1 + (number % 12)).padStart(2, "0");
  return {
    title: `${words(4 + (number % 5))} no. ${number}`,
    text: `${words(20 + (number % 25))}.`,
    day: `${1992 + (number % 34)}-${month}-${String(1 + (number % 28)).padStart(2, "0")}`,
  };
}
