/** Reading the name that a person gives to something which the desk keeps. */
import "server-only";
import { isUnique, sqlErrorOf } from "@/lib/database/sql-error";
import { type RefusedText, readText } from "./read-text";

/** A name that was read or given, or why there is none: a code under `problems`, with what its words need. */
export type NamingOutcome = { ok: true; name: string } | RefusedText;

/** Reads a name as forms read a text of so many characters; `empty` is the code for none. */
export function readName(typed: string, { max, empty }: { max: number; empty: string }): NamingOutcome {
  const read = readText(typed, { max });
  if (!read.ok) return read;
  return read.said === null ? { ok: false, code: empty } : { ok: true, name: read.said };
}

/** Does what gives a name, which is refused with the code `taken` where the database holds another of that name. */
export async function namedOnce(
  name: string,
  taken: string,
  work: () => Promise<NamingOutcome>,
): Promise<NamingOutcome> {
  try {
    return await work();
  } catch (error) {
    const refused = sqlErrorOf(error);
    if (!refused || !isUnique(refused)) throw error;
    return { ok: false, code: taken, params: { name } };
  }
}
