/** The words of East Asian dates that stand between two, or behind one from or up to which something goes on. */

const between = /(?<=[日号號年月일년월]) ?(?:至|到|から|부터|[~〜]) ?/gu;
const upTo = /(?<=[日年月일년월]) ?(?:まで|까지)$/u;
const onwards = /(?<=[日号號年月일년월]) ?(?:以来|以來|以降|以后|以後|起|이후)$/u;

/** Dates with a dash for the words that stand between two without a space, or behind the first. */
export function withDashes(text: string): string {
  const dashed = text.replace(between, " – ").replace(onwards, " –");
  const last = dashed.replace(upTo, "");
  return last === dashed || last.includes("–") ? last : `until ${last}`;
}
