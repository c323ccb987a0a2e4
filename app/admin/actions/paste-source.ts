/** Which source a pasted table cites: chosen, known by its address or title, or made from what was typed. */
import "server-only";
import type { PasteSource } from "@/components/desk/paste/paste-state";
import type { Actor } from "@/lib/auth/actor";
import { entryChoices } from "@/lib/desk/read/choices";
import { createDraft } from "@/lib/desk/write/save";
import { fold } from "@/lib/domain/folding";
import { kindOf } from "@/lib/domain/kinds/registry";
import { todaysDay } from "@/lib/domain/today";
import { shownChoices, shownProblems } from "../wording/answers";
import type { SentPaste } from "./paste-form";

export type SourceMeant = PasteSource;

/** So many sources are offered where it is not clear which is meant. */
const offered = 5;

/** The source that is meant; one is made of what was typed only where `mayMake` says so. */
export async function sourceMeant(
  actor: Actor,
  { kind, source }: Pick<SentPaste, "kind" | "source">,
  { mayMake }: { mayMake: boolean },
): Promise<SourceMeant> {
  const { text, id, made } = source;
  const nothing = { text, id: "", offers: [], made, isUnclear: false, problem: "" };
  if (!kindOf(kind).cited || (text === "" && id === "")) return nothing;
  if (id !== "") {
    const [chosen] = await entryChoices(actor, "source", { ids: [id] });
    if (chosen) return { ...nothing, text: chosen.title, id: chosen.id };
  }
  const found = text === "" ? [] : await entryChoices(actor, "source", { q: text });
  const exact = isAddress(text) ? found : found.filter(({ title }) => fold(title) === fold(text));
  if (exact.length === 1) return { ...nothing, text: exact[0]!.title, id: exact[0]!.id };
  if (made.title.trim() !== "") return mayMake ? makeIt(actor, nothing) : nothing;
  const begun = isAddress(text)
    ? { title: "", publisher: "", address: text }
    : { title: "", publisher: "", address: "" };
  return { ...nothing, offers: await shownChoices(found.slice(0, offered)), made: begun, isUnclear: true };
}

const isAddress = (text: string) => /^(?:https?:\/\/|www\.)\S+$/i.test(text);

async function makeIt(actor: Actor, asked: SourceMeant): Promise<SourceMeant> {
  const { title, publisher, address } = asked.made;
  // The editor who pastes an address has the page before them.
  const typed = { title, publisher, address, accessedOn: address.trim() ? todaysDay() : "" };
  const outcome = await createDraft(actor, { kind: "source", dossierId: null }, typed);
  if (outcome.ok)
    return { ...asked, text: title.trim(), id: outcome.id, made: { title: "", publisher: "", address: "" } };
  const [problem] = outcome.reason === "invalid" ? await shownProblems(outcome.problems) : [];
  return { ...asked, isUnclear: true, problem: problem?.message ?? "" };
}
