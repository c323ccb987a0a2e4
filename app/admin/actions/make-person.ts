"use server";
import { z } from "zod";
import type { MakeAnswer, NewPerson } from "@/components/desk/form/answer";
import { senderWith } from "@/lib/auth/session";
import { tampered } from "@/lib/auth/read-form";
import { newRowId } from "@/lib/domain/row-id";
import { madeOnTheSpot } from "../wording/made-on-the-spot";
import { reasonOf, shownProblems } from "../wording/answers";

const text = z.string();
const sender = z.uuid().optional();
const newPerson = z.strictObject({ name: text, otherName: text, wikidata: text, country: text });

/** Makes a person as a draft while another record's form is open, for the account with which that was opened. They need a name, by which they are found again. */
export async function makePerson(typed: NewPerson, account?: string): Promise<MakeAnswer> {
  const read = newPerson.safeParse(typed);
  const sent = sender.safeParse(account);
  if (!read.success || !sent.success) throw tampered("not what the form of a new person sends");
  const { name, otherName, wikidata, country } = read.data;
  try {
    const actor = await senderWith(sent.data);
    if (!actor) return { ok: false, reason: "signedOut" };
    if (name.trim() === "") {
      const problems = await shownProblems([{ path: "name", code: "person.unnamed" }]);
      return { ok: false, reason: "invalid", problems };
    }
    const names = otherName.trim() === "" ? [] : [{ id: newRowId(), name: otherName, language: "" }];
    const answer = await madeOnTheSpot(actor, "person", { name, names, wikidata, country, offices: [] });
    if (answer.ok || answer.reason !== "invalid") return answer;
    // What is wrong with the other name stands beside its own input here.
    const problems = answer.problems.map((one) =>
      one.path.startsWith("names") ? { ...one, path: "otherName" } : one,
    );
    return { ...answer, problems };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
