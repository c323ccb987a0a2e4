import type { Actor } from "@/lib/auth/actor";
import { type OpenEntry, openEntry } from "@/lib/desk/read/open";
import { duplicateOf, firstThatDiffers, repeatedFrom } from "@/lib/domain/begun-like";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { serverPanelOf } from "../panels/panels";

interface BegunBy {
  typed: Typed;
  /** The record that it begins like, and what was taken of it. */
  from: OpenEntry | null;
  how: "copied" | "repeated" | "duplicated";
  /** The field in which one goes on. */
  focusOn: string | undefined;
}

/** What the form of a new record begins with: empty, like another (`like`), or with what repeats from the last (`after`). */
export async function begunBy(
  actor: Actor,
  kind: KindKey,
  empty: Typed,
  { after, like }: Record<string, string | string[] | undefined>,
): Promise<BegunBy> {
  const definition = kindOf(kind);
  const [first] = Object.keys(definition.fields);
  const nothing: BegunBy = { typed: empty, from: null, how: "copied", focusOn: first };
  const wanted = like ?? after;
  const from = typeof wanted === "string" ? await openEntry(actor, kind, wanted) : null;
  if (!from) return nothing;
  if (like !== undefined)
    return { typed: duplicateOf(definition, from.typed), from, how: "duplicated", focusOn: first };
  const { following } = serverPanelOf(kind);
  if (following) return { from, how: "copied", ...(await following(actor, empty, from)) };
  const typed = repeatedFrom(definition, empty, from.typed);
  return { typed, from, how: "repeated", focusOn: firstThatDiffers(definition, typed) };
}
