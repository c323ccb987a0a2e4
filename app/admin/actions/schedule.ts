"use server";
import { getTranslations } from "next-intl/server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import type { ScheduleAnswer } from "@/components/desk/schedule/schedule-form";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { cancelScheduled, noteScheduled, scheduleMove } from "@/lib/desk/scheduled/schedule";
import { schedulable } from "@/lib/desk/scheduled/scheduled-move";
import { mostCharacters, readChangeNote } from "@/lib/domain/short-note";
import { kinds } from "@/lib/domain/kinds/registry";
import { reachable } from "../account/answers";
import { refusedSchedule } from "../wording/scheduled";
import { onceIn } from "./once-in";
import { forSender } from "./or-signed-out";
import { sentTarget, sentVersion } from "./sent-target";

const text = z.string().max(200);
const sent = z.strictObject({
  ...sentTarget,
  move: z.enum(schedulable),
  ...{ day: text, time: text, zone: text },
  confirmed: z.string().max(10_000),
  changeNote: z
    .string()
    .max(4 * mostCharacters.changeNote)
    .default(""),
  replaces: z.union([z.literal(""), z.uuid()]),
});

/** Has a record published or taken down at a time, and goes back to it; says why where that cannot be. */
export async function scheduleRecord(_last: ScheduleAnswer, form: FormData): Promise<ScheduleAnswer> {
  const { kind, id, version, confirmed, replaces, changeNote: said, ...asked } = readForm(form, sent);
  const typed = { day: asked.day, time: asked.time, zone: asked.zone, move: asked.move, changeNote: said };
  const t = await getTranslations("desk");
  const changeNote = readChangeNote(said);
  if (changeNote === undefined)
    return {
      typed,
      errors: { changeNote: t("form.changeNote.tooLong", { most: mostCharacters.changeNote }) },
    };
  const wanted = { ...asked, changeNote, confirmed: confirmed.split(" ").filter(Boolean) };
  const answer = forSender("publish", form, async (actor): Promise<ScheduleAnswer> => {
    const given = { ...wanted, replaces: replaces || null, once: onceIn(form) };
    const outcome = await scheduleMove(actor, { kind, id, version }, given);
    if (outcome.ok) redirect(`/admin/${kinds[kind].path}/${id}?did=schedule`);
    return { typed, ...(await refusedSchedule(kind, outcome)) };
  });
  return answer.catch((error: unknown) => {
    if (isUnreachable(error)) return { typed, says: t("form.unavailable") };
    throw error;
  });
}

const sentOne = z.strictObject({ id: z.uuid(), version: sentVersion, back: z.string().max(200) });

/** Calls off what waits for its time. */
export async function cancelSchedule(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { back, ...one } = readForm(form, sentOne);
  return reachable({}, async () => {
    const isCancelled = await cancelScheduled(await requireSender("publish", form), one);
    refreshAt(back);
    if (isCancelled) return { outcome: "none" };
    const t = await getTranslations("desk.schedule");
    return { outcome: "refused", says: t("cancelMissed"), errors: {}, typed: {} };
  });
}

/** Takes note of what came of something that was scheduled: it is not told of any more. */
export async function noteSchedule(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id, back } = readForm(form, sentOne);
  return reachable({}, async () => {
    await noteScheduled(await requireSender("publish", form), id);
    refreshAt(back);
    return { outcome: "none" };
  });
}

/** Only pages of the desk are drawn anew: the path comes from the form. */
function refreshAt(path: string): void {
  if (/^\/admin(?:\/[\w-]+)*$/.test(path)) revalidatePath(path);
}
