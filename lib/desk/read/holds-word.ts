/** What searches at the desk ask of an entry, as SQL that an index answers. */
import "server-only";
import { shortCountryNamesIn } from "@/lib/domain/countries-in-words";
import { likeLiteral } from "@/lib/database/like";
import { Prisma } from "@/lib/database/generated/client";

// One or two letters of a script that parts its words.
const fewLetters = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Nd}]{1,2}$/u;
// What a word begins after, as folded text has it.
const beforeWords = "(^|[ (\"'/<.,:;+=\\[\n-])";

/**
 * The words of a query: a few, each of which an entry has to hold. Left out are abbreviations like "e.g." and "No." beside other words, and what
 * only parts words.
 */
export function wordsIn(query: string): string[] {
  const all = query.trim().slice(0, 200).split(/\s+/);
  const words = all.map((word) => word.replace(/[,;:]{1,9}$/, "") || word).filter(Boolean);
  const said = words.filter((word) => !isParticle(word));
  return (said.length > 0 ? said : words).slice(0, 8);
}

const isParticle = (word: string) =>
  // What only says that a number follows: "No. 54321".
  /^(?:no|nr)\.$|^(?:№|n[°º])$/iu.test(word) ||
  (/^\p{Ll}\.\p{Ll}\.?$/u.test(word) && shortCountryNamesIn(word).length === 0);

/**
 * That the entry `e` holds a word, without regard to accents and case, wherever it stands. One or two letters, which no
 * index finds everywhere, count where a word begins.
 */
export function holdsWord(word: string): Prisma.Sql {
  return fewLetters.test(word)
    ? Prisma.sql`e."searchText" ~ (${beforeWords} || entente_folded(${word}))`
    : Prisma.sql`e."searchText" LIKE '%' || entente_folded(${likeLiteral(word)}) || '%'`;
}
