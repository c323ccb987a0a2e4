import type { Actor } from "@/lib/auth/actor";
import { dossierById } from "@/lib/desk/read/choices";
import { type OpenEntry, openEntry } from "@/lib/desk/read/open";
import { type OpenTemplate, openTemplate } from "@/lib/desk/settings/templates";
import { duplicateOf, firstThatDiffers, repeatedFrom } from "@/lib/domain/begun-like";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { serverPanelOf } from "../panels/panels";
import { withFirstCitation } from "./first-citation";

export interface BegunBy {
  typed: Typed;
  /** The record that it begins like, and what was taken of it. */
  from: OpenEntry | null;
  /** The template that it begins with. */
  template: OpenTemplate | null;
  how: "copied" | "repeated" | "duplicated";
  /** The field in which one goes on. */
  focusOn: string | undefined;
}

/**
 * What the form of a new record begins with: empty, like another (`like`), with what repeats from the last (`after`), or with a
 * template (`template`, in the dossier that is asked for or its own).
 */
export async function begunBy(
  actor: Actor,
  kind: KindKey,
  empty: Typed,
  { after, like, template: wantedTemplate, dossier }: Record<string, string | string[] | undefined>,
): Promise<BegunBy> {
  const definition = kindOf(kind);
  const [first] = Object.keys(definition.fields);
  const nothing: BegunBy = { typed: empty, from: null, template: null, how: "copied", focusOn: first };
  if (typeof wantedTemplate === "string") {
    const template = await openTemplate(actor, kind, wantedTemplate, async (own) => {
      const id = own ?? (typeof dossier === "string" ? dossier : null);
      return (id && (await dossierById(actor, id))?.sides) || null;
    });
    if (!template) return nothing;
    const typed = withFirstCitation(kind, duplicateOf(definition, template.typed));
    return { ...nothing, typed, template, focusOn: firstThatDiffers(definition, typed) };
  }
  const wanted = like ?? after;
  const from = typeof wanted === "string" ? await openEntry(actor, kind, wanted) : null;
  if (!from) return nothing;
  if (like !== undefined)
    return { ...nothing, typed: duplicateOf(definition, from.typed), from, how: "duplicated" };
  const { following } = serverPanelOf(kind);
  if (following) return { ...nothing, from, ...(await following(actor, empty, from)) };
  const typed = repeatedFrom(definition, empty, from.typed);
  return { ...nothing, typed, from, how: "repeated", focusOn: firstThatDiffers(definition, typed) };
}
