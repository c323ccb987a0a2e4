/** Days that are written one by one: "12, 13 and 14 May 2024". */
import { type DateVocabulary } from "./date-vocabulary";
import { bare } from "./month-names";

const list = /(?<![\d./-])\d{1,2}(?:, ?\d{1,2}(?!\d))+(?:,? (\p{L}+|&) \d{1,2})?(?![\d./-])/u;

/** A text whose list of three days or more is the first and the last of them; null where these do not come one after another. */
export function withDaysInARow(text: string, words: DateVocabulary): string | null {
  const [said = "", word] = list.exec(text) ?? [];
  const days = (said.match(/\d+/g) ?? []).map(Number);
  if (days.length < 3 || (word !== undefined && !words.to.has(bare(word)))) return text;
  const isInARow = days.every((day, at) => at === 0 || day === days[at - 1]! + 1);
  return isInARow ? text.replace(said, `${days[0]}–${days.at(-1)}`) : null;
}
