"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { SetAnswer } from "@/components/desk/lists/value-form";
import { readForm, tampered } from "@/lib/auth/read-form";
import { openChangeSet } from "@/lib/desk/bulk/read-change-set";
import { beginChangeSet } from "@/lib/desk/bulk/run-change-set";
import { asTypedOut, problemsOfSetting, settableFields } from "@/lib/desk/bulk/set-field";
import { cleanText } from "@/lib/domain/clean-text";
import { longestTyped } from "@/lib/domain/fields/field";
import { shownProblems } from "../wording/answers";
import { forSender } from "./or-signed-out";
import { runFirst } from "./run-first";
import { sentVersion } from "./sent-target";

const sent = z.strictObject({
  ...{ id: z.uuid(), version: sentVersion, field: z.string().max(60) },
  value: z.string().max(longestTyped).transform(cleanText),
  empties: z.literal("yes").optional(),
});

/** Sets a field in the records that were put together; says what is wrong with the value where no record could hold it. */
export async function setInBulk(_last: SetAnswer, form: FormData): Promise<SetAnswer> {
  const { id, version, field, value, empties: said } = readForm(form, sent);
  const empties = said === "yes";
  return forSender("write", form, async (actor): Promise<SetAnswer> => {
    const [kind] = (await openChangeSet(actor, id))?.kinds ?? [];
    if (!kind || !settableFields(kind).includes(field))
      throw tampered("a field that is not set in many records");
    const params = { field, value, empties };
    const [problem] = await shownProblems(problemsOfSetting(kind, params));
    if (problem) return { typed: { value, empties }, problem: problem.message };
    if (await beginChangeSet(actor, { id, version }, asTypedOut(kind, params))) await runFirst(actor, id);
    redirect(`/admin/bulk/${id}`);
  });
}
