/** What the desk's one box finds: the records that are meant, be they named in part, misspelt, or by a web address. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { areClose } from "@/lib/domain/close-words";
import { fold } from "@/lib/domain/folding";
import { inSearchSession, SearchCutOff } from "@/lib/published/search-session";
import { closeTo } from "@/lib/published/search-vocabulary";
import { wordsIn } from "./holds-word";
import { type EntryRow, waitingStates } from "./list";
import { holdsAny } from "./query-meanings";
import { entriesThat, searchDesk } from "./search";

/** How many records the box offers, how many spellings a word can have, and how many waiting titles are looked through. */
const limits = { offered: 8, spellings: 6, titles: 2000 };

/** The records that are meant by what is typed, best first; those of misspelt words only where nothing else is found. */
export async function findInBox(actor: Actor, q: string): Promise<EntryRow[]> {
  demand(actor, "read");
  const typed = q.replaceAll("\u0000", "").trim().slice(0, 2000);
  if (typed === "") return [];
  const { rows } = await searchDesk(actor, typed);
  if (rows.length > 0) return rows.slice(0, limits.offered);
  const words = [...new Set(wordsIn(fold(typed)))];
  const spelled = await spellingsOf(words);
  const found = spelled ? (await entriesThat(Prisma.join(spelled.map(holdsAny), " AND "))).rows : [];
  const all = found.length > 0 ? found : await waitingLike(words);
  return all.slice(0, limits.offered);
}

/** Each word with those that it may be a misspelling of; null where none is. */
async function spellingsOf(words: readonly string[]): Promise<string[][] | null> {
  try {
    const close = await inSearchSession((session) => closeTo(session, words));
    if (close.size === 0) return null;
    return words.map((word) => [word, ...(close.get(word) ?? []).slice(0, limits.spellings)]);
  } catch (error) {
    if (error instanceof SearchCutOff) return null;
    throw error;
  }
}

/** Drafts and changes whose titles hold each word but for a slip: their words are not among those that are published. */
async function waitingLike(words: readonly string[]): Promise<EntryRow[]> {
  const titles = await database().$queryRaw<{ id: string; title: string }[]>`
    SELECT e."id", e."title" FROM "Entry" e WHERE e."state" IN (${waitingStates})
    ORDER BY e."updatedAt" DESC LIMIT ${limits.titles}`;
  const like = titles.filter(({ title }) => {
    const own = fold(title).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((one) => areClose(word, one)));
  });
  if (like.length === 0) return [];
  const ids = like.slice(0, limits.offered).map(({ id }) => id);
  return (await entriesThat(Prisma.sql`e."id" = ANY (${ids}::uuid[])`)).rows;
}
