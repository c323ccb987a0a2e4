/** What searches at the desk ask of an entry, as SQL that an index answers. */
import "server-only";
import { likeLiteral } from "@/lib/database/like";
import { Prisma } from "@/lib/database/generated/client";

// One or two letters of a script that parts its words.
const fewLetters = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Nd}]{1,2}$/u;
// What a word begins after, as folded text has it.
const beforeWords = "(^|[ (\"'/<.,:;+=\\[\n-])";

/** The words of a query: a few, each of which an entry has to hold. */
export function wordsIn(query: string): string[] {
  return query.trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8);
}

/**
 * That the entry `e` holds a word, without regard to accents and case, wherever it stands. One or two letters, which no
 * index finds everywhere, count where a word begins.
 */
export function holdsWord(word: string): Prisma.Sql {
  return fewLetters.test(word)
    ? Prisma.sql`e."searchText" ~ (${beforeWords} || entente_folded(${word}))`
    : Prisma.sql`e."searchText" LIKE '%' || entente_folded(${likeLiteral(word)}) || '%'`;
}
