"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { limitAccount } from "@/lib/auth/account-limits";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { reachable, refusedAccount } from "../account/answers";
import { scope, tickedDossiers } from "./read-limits-form";

/** A box that is ticked for each dossier besides. */
const limitsForm = z
  .object({ id: z.uuid(), version: z.coerce.number().int().positive(), scope })
  .catchall(z.literal("on"))
  .refine(
    ({ id: _id, version: _version, scope: _scope, ...ticks }) => tickedDossiers(ticks) !== null,
    "what is no box of the form",
  );

/** Limits a person to the dossiers that are ticked, or to none any more. */
export async function limit(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id, version, scope: asked, ...ticks } = readForm(form, limitsForm);
  const dossiers = tickedDossiers(ticks) ?? [];
  const typed = { scope: asked, dossiers: dossiers.join(" ") };
  return reachable(typed, async () => {
    const admin = await requireSender("manage", form);
    const t = await getTranslations("desk.accounts.limits");
    if (asked === "some" && dossiers.length === 0)
      return { outcome: "refused", says: t("tickOne"), errors: {}, typed };
    const outcome = await limitAccount(admin, { id, version }, asked === "some" ? dossiers : null);
    refresh(); // also when refused: what stands now is what should be looked at
    if (!outcome.ok) return refusedAccount(outcome, typed);
    const { name, limitedTo } = outcome.account;
    return {
      outcome: "done",
      says: t(asked === "some" ? "done" : "doneAll", { name, count: limitedTo.length }),
    };
  });
}
