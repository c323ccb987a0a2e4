/** What the desk's one box finds: the records that are meant, be they named in part, misspelt, or by a web address. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import type { EntryRow } from "./entry-row";
import { searchDesk } from "./search";

/** How many records the box offers, and how much of what is typed is looked at. */
const limits = { offered: 8, typed: 2000 };

/** The records that are meant by what is typed, best first. */
export async function findInBox(actor: Actor, q: string): Promise<EntryRow[]> {
  demand(actor, "read");
  const typed = q.replaceAll("\u0000", "").trim().slice(0, limits.typed);
  return typed === "" ? [] : (await searchDesk(actor, typed)).rows.slice(0, limits.offered);
}
