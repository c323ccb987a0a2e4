/** What a search found as readers see it: with the passages that hold what was looked for. */
import "server-only";
import { type ExcerptPart, passageOf } from "@/lib/domain/excerpt";
import { kindOf } from "@/lib/domain/kinds/registry";
import { dateOf, textsOf } from "@/lib/domain/record-texts";
import { spellingKey } from "@/lib/domain/spelling-key";
import { valuesById } from "./by-id";
import type { FoundRow } from "./search-query";
import { besideTexts } from "./texts-beside";

/** One published record that a search found. */
export interface Hit extends FoundRow {
  /** When it was or happened, as recorded: an EDTF date or a year. */
  date: string | null;
  /** A passage of it that holds what was looked for. */
  excerpt: ExcerptPart[];
  /** Where words that it does not hold itself stand beside it; null where it holds them all. */
  beside: PassageBeside | null;
}

/** A passage that stands beside a record: in what is cited for it, or in a file that it shows. */
export interface PassageBeside {
  in: "source" | "file";
  /** Of the source or file. */
  title: string;
  excerpt: ExcerptPart[];
}

/**
 * The rows with their passages. `others` says what means the same as a word. What was withdrawn since they were found is left
 * out: only what is published is excerpted.
 */
export async function withPassages(
  rows: readonly FoundRow[],
  words: readonly string[],
  others: ReadonlyMap<string, readonly string[]>,
): Promise<Hit[]> {
  const values = await valuesById(rows);
  const like = { others, keyOf: spellingKey };
  const own = rows.flatMap((row) => {
    const held = values.get(row.id);
    if (!held) return [];
    const kind = kindOf(row.kind);
    const texts = textsOf(kind, row.title, held);
    const { parts, missing } = passageOf(texts, words, like);
    const unsaid = passageOf([row.title], missing, like).missing;
    return { ...row, date: dateOf(kind, held), excerpt: parts, missing: unsaid };
  });
  const lacking = own.filter(({ missing }) => missing.length > 0);
  const beside = await besideTexts(lacking);
  return own.map(({ missing, ...hit }) => {
    const texts = beside.get(hit.id) ?? [];
    const { of, ...found } = passageOf(
      texts.map(({ text }) => text),
      missing,
      like,
    );
    const holds = found.parts.some(({ isMatch }) => isMatch) ? texts[of] : undefined;
    if (!holds) return { ...hit, beside: null };
    const excerpt = passageOf([holds.text], words, like).parts;
    const isShown = hit.excerpt.some(({ isMatch }) => isMatch);
    // A mere opening says nothing beside the passage for which it was found.
    return {
      ...hit,
      excerpt: isShown ? hit.excerpt : [],
      beside: { in: holds.in, title: holds.title, excerpt },
    };
  });
}
