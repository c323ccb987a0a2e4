"use server";
import { z } from "zod";
import type { MakeSourceAnswer, NewSource } from "@/components/desk/form/answer";
import { currentActor } from "@/lib/auth/session";
import { entryChoices } from "@/lib/desk/read/choices";
import { createDraft } from "@/lib/desk/write/save";
import { TamperedRequest } from "@/lib/domain/record";
import { reasonOf, shownChoices, shownProblems } from "../wording/answers";

const text = z.string();
const newSource = z.strictObject({ title: text, publisher: text, date: text, address: text });

/** Makes a source as a draft while another record's form is open. It needs a title, by which it is found again. */
export async function makeSource(typed: NewSource): Promise<MakeSourceAnswer> {
  const read = newSource.safeParse(typed);
  if (!read.success) throw new TamperedRequest("not what the form of a new source sends");
  try {
    const actor = await currentActor();
    if (!actor) return { ok: false, reason: "signedOut" };
    const untitled = read.data.title.trim() === "" ? [{ path: "title", code: "source.untitled" }] : [];
    if (untitled.length > 0) return { ok: false, reason: "invalid", problems: await shownProblems(untitled) };
    const outcome = await createDraft(actor, { kind: "source", dossierId: null }, read.data);
    if (!outcome.ok) {
      const problems = outcome.reason === "invalid" ? outcome.problems : [];
      return { ok: false, reason: "invalid", problems: await shownProblems(problems) };
    }
    const [choice] = await shownChoices(await entryChoices(actor, "source", { ids: [outcome.id] }));
    if (!choice) throw new Error(`source ${outcome.id} is not there`);
    return { ok: true, choice };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
