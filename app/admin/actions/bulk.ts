"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readForm, tampered } from "@/lib/auth/read-form";
import { askForChange, askForUndo, type Chosen } from "@/lib/desk/bulk/ask-for-change";
import { bulkActions, bulkParams } from "@/lib/desk/bulk/change-set";
import { changedSince } from "@/lib/desk/bulk/read-change-set";
import { beginChangeSet } from "@/lib/desk/bulk/run-change-set";
import { kinds } from "@/lib/domain/kinds/registry";
import { isOfSending } from "@/lib/domain/sender";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { lastVisit } from "../parts/last-visit";
import { readListQuery } from "../parts/list-query";
import { forSender } from "./or-signed-out";
import { runFirst } from "./run-first";
import { changeNote, sentKind, sentVersion } from "./sent-target";

/** A record of a list in the version that it showed, as `<id>.<version>`. */
const seenRow = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,9}$/)
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }));
const most = 200;

const asked = z.strictObject({
  kind: sentKind,
  action: z.enum(bulkActions),
  which: z.enum(["ticked", "page", "found", "dossier"]),
  /** The list's own address, behind the question mark. */
  query: z.string().max(4000),
  page: z.string().max(most * 50),
  row: z.array(z.string().max(50)).max(most),
});

/** Puts together what is to be done to records of a list, or to a dossier with its records, and shows it before it is done. */
export async function askBulk(form: FormData): Promise<SignedOut | void> {
  if (!(form instanceof FormData)) throw tampered("no form came");
  const [one, rest] = [new FormData(), form.getAll("row")];
  for (const [name, value] of form) if (name !== "row" && !isOfSending(name)) one.append(name, value);
  const read = asked.safeParse({ ...Object.fromEntries(one), row: rest });
  if (!read.success) throw tampered(z.prettifyError(read.error));
  const { kind, action, which, query, page, row } = read.data;
  const rows = which === "found" ? [] : readRows(which === "page" ? page.split(" ").filter(Boolean) : row);
  return forSender("write", form, async (actor) => {
    const outcome = await askForChange(actor, action, chosen({ actor, visit: await lastVisit() }));
    if (outcome.ok) redirect(`/admin/bulk/${outcome.id}`);
    const back = new URLSearchParams(query);
    back.set("bulk", outcome.reason);
    redirect(`/admin/${kinds[kind].path}?${back}`);
  });

  function chosen(reader: Parameters<typeof readListQuery>[2]): Chosen {
    const [first] = rows;
    if (which === "dossier" && first) return { dossier: first };
    if (which === "found")
      return {
        kind,
        query: readListQuery(kinds[kind], Object.fromEntries(new URLSearchParams(query)), reader),
      };
    return { kind, rows };
  }
}

function readRows(texts: readonly string[]): { id: string; version: number }[] {
  const read = z.array(seenRow).safeParse(texts);
  if (!read.success) throw tampered("a row that no list of ours has");
  return read.data;
}

const begun = z.strictObject({
  id: z.uuid(),
  version: sentVersion,
  confirmAll: z.literal("yes").optional(),
  changeNote: changeNote.optional(),
  source: bulkParams.shape.source,
  /** Of "set": as pages sent them that were drawn before fields had a form of their own for it. */
  ...{ field: bulkParams.shape.field, value: bulkParams.shape.value },
});

/** Does what was put together: all of it at once where it is little, else in the background. */
export async function runBulk(form: FormData): Promise<SignedOut | void> {
  const { id, version, confirmAll, changeNote, field, value: _value, ...params } = readForm(form, begun);
  const given = { ...params, ...(confirmAll && { confirmAll: true }), ...(changeNote && { changeNote }) };
  return forSender("write", form, async (actor) => {
    // Whether an empty value is meant was not asked there: it is asked by the field's form.
    if (field !== undefined) redirect(`/admin/bulk/${id}?${new URLSearchParams({ field })}`);
    if (await beginChangeSet(actor, { id, version }, bulkParams.parse(given))) await runFirst(actor, id);
    redirect(`/admin/bulk/${id}`);
  });
}

const undone = z.strictObject({
  id: z.uuid(),
  /** That records which were changed since stay as they are, is known. */
  isPartial: z.literal("yes").optional(),
});

/** Takes back in one step what a change set did; where only a part of it can be, that has to be known. */
export async function undoBulk(form: FormData): Promise<SignedOut | void> {
  const { id, isPartial } = readForm(form, undone);
  return forSender("write", form, async (actor) => {
    if (!isPartial && (await changedSince(actor, id)) > 0) redirect(`/admin/bulk/${id}`);
    const undo = await askForUndo(actor, id);
    if (undo && (await beginChangeSet(actor, { id: undo, version: 1 }, {}))) await runFirst(actor, undo);
    redirect(`/admin/bulk/${undo ?? id}`);
  });
}
