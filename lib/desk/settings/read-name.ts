/** Reading the name that a person gives to something which the desk keeps. */
import "server-only";
import { isUnique, sqlErrorOf } from "@/lib/database/sql-error";
import { text } from "@/lib/domain/fields/text/text";

/** A name that was read or given, or why there is none: a code under `problems`, with what its words need. */
export type NamingOutcome =
  { ok: true; name: string } | { ok: false; code: string; params?: Record<string, string | number> };

/** Reads a name as forms read a text of so many characters; `empty` is the code for none. */
export function readName(typed: string, { max, empty }: { max: number; empty: string }): NamingOutcome {
  const read = text({ max }).schema({ parties: null }).safeParse(typed);
  if (read.success)
    return typeof read.data === "string" ? { ok: true, name: read.data } : { ok: false, code: empty };
  const [issue] = read.error.issues;
  const params = issue && "params" in issue ? (issue.params as Record<string, string | number>) : {};
  return { ok: false, code: issue?.message ?? "text.control", params };
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
