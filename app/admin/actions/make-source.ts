"use server";
import { z } from "zod";
import type { MakeAnswer, NewSource } from "@/components/desk/form/answer";
import { senderWith } from "@/lib/auth/session";
import { tampered } from "@/lib/auth/read-form";
import { todaysDay } from "@/lib/domain/today";
import { madeOnTheSpot } from "../wording/made-on-the-spot";
import { reasonOf, shownProblems } from "../wording/answers";

const text = z.string();
const sender = z.uuid().optional();
const newSource = z.strictObject({ title: text, publisher: text, date: text, address: text });

/** Makes a source as a draft while another record's form is open, for the account with which that was opened. It needs a title, by which it is found again. */
export async function makeSource(typed: NewSource, account?: string): Promise<MakeAnswer> {
  const read = newSource.safeParse(typed);
  const sent = sender.safeParse(account);
  if (!read.success || !sent.success) throw tampered("not what the form of a new source sends");
  try {
    const actor = await senderWith(sent.data);
    if (!actor) return { ok: false, reason: "signedOut" };
    const untitled = read.data.title.trim() === "" ? [{ path: "title", code: "source.untitled" }] : [];
    if (untitled.length > 0) return { ok: false, reason: "invalid", problems: await shownProblems(untitled) };
    // The editor who copies an address has the page before them.
    const accessedOn = read.data.address.trim() === "" ? "" : todaysDay();
    return await madeOnTheSpot(actor, "source", { ...read.data, accessedOn });
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
