"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { limitAccount } from "@/lib/auth/account-limits";
import { readForm } from "@/lib/auth/read-form";
import { requireActor } from "@/lib/auth/session";
import { reachable, refusedAccount } from "../account/answers";

const tickName = /^in\.([0-9a-f-]{36})$/;

/** A box that is ticked for each dossier besides. */
const limitsForm = z
  .object({ id: z.uuid(), version: z.coerce.number().int().positive(), scope: z.enum(["all", "some"]) })
  .catchall(z.literal("on"))
  .refine(
    ({ id: _id, version: _version, scope: _scope, ...ticks }) =>
      Object.keys(ticks).every((name) => z.uuid().safeParse(tickName.exec(name)?.[1]).success),
    "what is no box of the form",
  );

/** Limits a person to the dossiers that are ticked, or to none any more. */
export async function limit(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id, version, scope, ...ticks } = readForm(form, limitsForm);
  const dossiers = Object.keys(ticks).flatMap((name) => tickName.exec(name)?.[1] ?? []);
  const typed = { scope, dossiers: dossiers.join(" ") };
  return reachable(typed, async () => {
    const admin = await requireActor("manage");
    const t = await getTranslations("desk.accounts.limits");
    if (scope === "some" && dossiers.length === 0)
      return { outcome: "refused", says: t("tickOne"), errors: {}, typed };
    const outcome = await limitAccount(admin, { id, version }, scope === "some" ? dossiers : null);
    refresh(); // also when refused: what stands now is what should be looked at
    if (!outcome.ok) return refusedAccount(outcome, typed);
    const { name, limitedTo } = outcome.account;
    return {
      outcome: "done",
      says: t(scope === "some" ? "done" : "doneAll", { name, count: limitedTo.length }),
    };
  });
}
