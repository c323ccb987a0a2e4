"use server";
import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import type { NamingOutcome } from "@/lib/desk/settings/read-name";
import { changeTemplate, keepTemplate } from "@/lib/desk/settings/templates";
import { templateHolds } from "@/lib/domain/kept-template";
import { reachable } from "../account/answers";
import { sentKind } from "../actions/sent-target";
import { withCleaned } from "../wording/cleaned";

const name = z.string().max(10_000);
const keepForm = z.strictObject({
  kind: sentKind,
  id: z.uuid(),
  name,
  holds: z.enum(templateHolds),
  for: z.enum(["dossier", "all"]).default("all"),
});
const changeForm = z.strictObject({ id: z.uuid(), do: z.enum(["rename", "remove"]), name: name.default("") });

/** Keeps a record as a template. */
export async function keepAsTemplate(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { kind, id, name: typed, holds, for: whom } = readForm(form, keepForm);
  return reachable({ name: typed }, async () => {
    const actor = await requireSender("publish", form);
    const outcome = await keepTemplate(actor, { kind, id, name: typed, holds, isForAll: whom === "all" });
    return answered(outcome, { name: typed, holds, for: whom }, "kept");
  });
}

/** Renames a template or takes it away. */
export async function changeKeptTemplate(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id, do: what, name: typed } = readForm(form, changeForm);
  return reachable({ name: typed }, async () => {
    const actor = await requireSender("publish", form);
    const change = what === "rename" ? { do: what, name: typed } : { do: what };
    return answered(await changeTemplate(actor, id, change), { name: typed }, `did.${what}`);
  });
}

const ofTheWhole: readonly string[] = ["template.gone", "template.noRecord"];

async function answered(
  outcome: NamingOutcome,
  typed: Record<string, string>,
  done: string,
): Promise<AccountFormState> {
  if (!outcome.ok) {
    const says = (await getTranslations("problems"))(outcome.code, outcome.params);
    return ofTheWhole.includes(outcome.code)
      ? { outcome: "refused", says, errors: {}, typed }
      : { outcome: "refused", errors: { name: says }, typed };
  }
  refresh();
  const says = (await getTranslations("desk.templates"))(done, { name: outcome.name });
  return { outcome: "done", says: await withCleaned(says, [typed.name ?? ""]) };
}
