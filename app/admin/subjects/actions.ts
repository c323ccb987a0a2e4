"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { addSubject, renameSubject, type SubjectOutcome } from "@/lib/desk/settings/subjects";
import { reachable } from "../account/answers";
import { withCleaned } from "../wording/cleaned";

const name = z.string().max(10_000);
const newForm = z.strictObject({ name });
const renameForm = z.strictObject({ name, key: z.string().max(60) });

/** Adds a subject of agreements. */
export async function addToSubjects(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const typed = readForm(form, newForm);
  return reachable(typed, async () =>
    answered(await addSubject(await requireSender("publish", form), typed.name), typed, "addDone"),
  );
}

/** Gives a subject of agreements another name. */
export async function nameSubject(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const typed = readForm(form, renameForm);
  return reachable(typed, async () =>
    answered(
      await renameSubject(await requireSender("publish", form), typed.key, typed.name),
      typed,
      "renameDone",
    ),
  );
}

async function answered(
  outcome: SubjectOutcome,
  typed: { name: string },
  done: "addDone" | "renameDone",
): Promise<AccountFormState> {
  if (!outcome.ok) {
    const t = await getTranslations("problems");
    return { outcome: "refused", errors: { name: t(outcome.code, outcome.params) }, typed };
  }
  refresh();
  const t = await getTranslations("desk.subjects");
  return { outcome: "done", says: await withCleaned(t(done, { name: typed.name.trim() }), [typed.name]) };
}
