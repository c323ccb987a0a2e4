/** What the words of a search at the desk stand for: other spellings, other names of a place, the people who are called so. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { countrySign } from "@/lib/domain/code-signs";
import { countriesIn } from "@/lib/domain/countries-in-words";
import { withoutDots } from "@/lib/domain/dotted";
import { placesNamed } from "@/lib/domain/former-names";
import { fold } from "@/lib/domain/folding";
import { type ChoiceLabels, signsCalled } from "@/lib/domain/signs-called";
import { signOf } from "@/lib/domain/fields/reference/reference";
import { holdsWord, wordsIn } from "./holds-word";

/** More people who are called the same say too little. */
const mostPeople = 20;
/** Shorter spellings are part of nearly all words. */
const shortestSpelling = 3;

const isLongEnough = ({ length }: string) => length >= shortestSpelling;

interface Spelled {
  /** A word as it was typed. */
  typed: string;
  /** Its parts without signs, folded, each with its spellings: "Alma-Ata" has two. */
  word: string;
  spellings: string[];
}

/**
 * Of each word of a query all texts of which an entry has to hold one; `choices` where a word may also mean a choice or a
 * country.
 */
export async function meaningsOf(
  query: string,
  { db = database(), choices }: { db?: Transaction; choices?: ChoiceLabels } = {},
): Promise<string[][]> {
  const typed = wordsIn(query.replaceAll("\u0000", ""));
  if (typed.length === 0) return [];
  const parts = await db.$queryRaw<Spelled[]>`
    SELECT t."typed", one."word", string_to_array(entente_spellings(one."word"), ' ') AS "spellings"
    FROM unnest(${typed}::text[], ${typed.map(withoutDots)}::text[]) WITH ORDINALITY AS t("typed", "plain", "at")
      CROSS JOIN LATERAL string_to_table(entente_words(t."plain"), ' ') WITH ORDINALITY AS one("word", "within")
    ORDER BY t."at", one."within"`;
  const meanings = joinedByName(typed, parts, choices !== undefined);
  const people = await peopleCalled(db, meanings);
  const signs = choices
    ? signsCalled(
        meanings.map(([word = ""]) => fold(withoutDots(word))),
        choices,
      )
    : null;
  return meanings.map((texts, at) => [
    ...texts,
    ...(signs?.get(fold(withoutDots(texts[0] ?? ""))) ?? []),
    ...people.filter((one) => one.at === at).map(({ id }) => signOf(id)),
  ]);
}

/**
 * The words with their spellings; words that together name a place or a country as one, with all of its names and, where `signs`, with
 * the country's sign.
 */
function joinedByName(typed: readonly string[], parts: readonly Spelled[], signs: boolean): string[][] {
  const places = placesNamed(parts.map(({ word, spellings }) => [word, ...spellings]));
  const countries = signs ? countriesIn(parts.map(({ word }) => word)) : [];
  const meanings = new Map<string, string[]>();
  for (const word of new Set(typed)) {
    const own = parts.flatMap((part, at) => (part.typed === word ? [at] : []));
    const named = ({ from, to }: { from: number; to: number }) => own.some((at) => at >= from && at < to);
    const [place, country] = [places.find(named), countries.find(named)];
    const [only] = own.length === 1 ? own : [];
    const spellings = only === undefined ? [] : parts[only]!.spellings.filter(isLongEnough);
    // A name of several words counts once, with its first.
    const isLater = [place, country].some((name) => name && own.length > 0 && own[0]! > name.from);
    if (isLater) continue;
    const whole = country && parts.slice(country.from, country.to).map((part) => part.word);
    const letters = only !== undefined && withoutDots(word) !== word ? [parts[only]!.word] : [];
    const itself = whole && whole.length > 1 ? whole.join(" ") : word;
    const sign = country ? [countrySign(country.code)] : [];
    meanings.set(word, [
      ...new Set([itself, ...letters.filter(isLongEnough), ...spellings, ...(place?.names ?? []), ...sign]),
    ]);
  }
  return [...meanings.values()];
}

/** That the entry `e` holds one of these texts. */
export function holdsAny(texts: readonly string[]): Prisma.Sql {
  // The words of a name may be parted by a space or a hyphen.
  const each = texts.map((text) => (text.includes(" ") ? inOrder(text) : holdsWord(text)));
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}

const inOrder = (name: string) => Prisma.sql`e."searchText" LIKE ${`%${name.replaceAll(" ", "_")}%`}`;

/** People one of whose names holds a meaning, with the place of that meaning. */
async function peopleCalled(
  db: Transaction,
  meanings: readonly string[][],
): Promise<{ at: number; id: string }[]> {
  const each = meanings.map((texts, at) => {
    const named = texts.filter((text) => text.length >= shortestSpelling);
    if (named.length === 0) return null;
    const holds = named.map(
      (text) => Prisma.sql`p."names" LIKE '%' || entente_folded(${text.replace(/[\\%_]/g, "\\$&")}) || '%'`,
    );
    return Prisma.sql`(SELECT ${at}::int AS "at", p."id" FROM (
        SELECT e."id", entente_searchable(e."title" || ' ' || coalesce(e."draft" ->> 'names', '')) AS "names" FROM "Entry" e
        WHERE e."kind" = 'person' AND e."state" <> 'trashed' AND ${holdsAny(named)} LIMIT 200) p
      WHERE ${Prisma.join(holds, " OR ")} LIMIT ${mostPeople})`;
  });
  const asked = each.filter((one) => one !== null);
  return asked.length ? db.$queryRaw`${Prisma.join(asked, " UNION ALL ")}` : [];
}
