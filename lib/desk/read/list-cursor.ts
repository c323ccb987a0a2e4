/** Where a page of a list ends and the next begins, as an address carries it. */
import { z } from "zod";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { parsePartialDate } from "@/lib/domain/partial-date";

/** What lists can be sorted by; addresses say so too. */
export const listSorts = ["updated", "newest", "title", "verified"] as const;
export type ListSort = (typeof listSorts)[number];

// A title may be longer than an address can hold: then the row itself is asked for it.
export const longestKey = 120;

const cursorShape = z.object({
  /** What it was made for: in a list of another kind or another order it means nothing. */
  kind: z.string(),
  sort: z.enum(listSorts),
  key: z.string().max(longestKey).nullable(),
  id: z.uuid(),
  towards: z.enum(["next", "previous"]),
});
export type Cursor = z.infer<typeof cursorShape>;

/** The cursor as an address holds it. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** The cursor that an address holds; null where it holds none, or one of another list. */
export function readCursor(text: string | undefined, kind: KindKey, sort: ListSort): Cursor | null {
  if (!text || text.length > 1200) return null;
  try {
    const cursor = cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    const isOurs =
      cursor.kind === kind &&
      cursor.sort === sort &&
      (cursor.key === null ? sort === "title" : isKey[sort](cursor.key));
    return isOurs ? cursor : null;
  } catch {
    return null;
  }
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && parsePartialDate(text).ok;
const time = /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

const isInstant = (key: string) => isDay(key.slice(0, 10)) && time.test(key.slice(10));

/** Whether PostgreSQL can take a cursor's key for what the list is sorted by. */
const isKey: Record<ListSort, (key: string) => boolean> = {
  updated: isInstant,
  verified: isInstant,
  newest: isDay,
  title: (key) => !key.includes("\u0000"),
};
