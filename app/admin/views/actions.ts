"use server";
import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { changeView, keepView, longestQuery } from "@/lib/desk/settings/saved-views";
import type { NamingOutcome } from "@/lib/desk/settings/read-name";
import { kindOf } from "@/lib/domain/kinds/registry";
import { reachable } from "../account/answers";
import { sentKind } from "../actions/sent-target";
import { listAddress } from "../parts/list-query";
import { withCleaned } from "../wording/cleaned";

const name = z.string().max(10_000);
const keepForm = z.strictObject({
  kind: sentKind,
  query: z.string().max(longestQuery),
  name,
  for: z.enum(["own", "all"]).default("own"),
});
const changeForm = z.strictObject({
  id: z.uuid(),
  do: z.enum(["rename", "share", "unshare", "remove"]),
  name: name.default(""),
});

/** Keeps a list as it stands under a name. */
export async function keepListView(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { kind, query, for: whom, name: typed } = readForm(form, keepForm);
  return reachable({ name: typed }, async () => {
    const actor = await requireSender("read", form);
    const address = listAddress(kindOf(kind), Object.fromEntries(new URLSearchParams(query)));
    const outcome = await keepView(actor, { kind, name: typed, query: address, isShared: whom === "all" });
    return answered(outcome, { name: typed, for: whom }, "kept");
  });
}

/** Renames a view, shares it, takes it back to its owner, or takes it away. */
export async function changeListView(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id, do: what, name: typed } = readForm(form, changeForm);
  return reachable({ name: typed }, async () => {
    const actor = await requireSender("read", form);
    const outcome = await changeView(actor, id, what === "rename" ? { do: what, name: typed } : { do: what });
    return answered(outcome, { name: typed }, `did.${what}`);
  });
}

async function answered(
  outcome: NamingOutcome,
  typed: Record<string, string>,
  done: string,
): Promise<AccountFormState> {
  if (!outcome.ok) {
    const t = await getTranslations("problems");
    const says = t(outcome.code, outcome.params);
    return outcome.code === "view.gone"
      ? { outcome: "refused", says, errors: {}, typed }
      : { outcome: "refused", errors: { name: says }, typed };
  }
  refresh();
  const says = (await getTranslations("desk.views"))(done, { name: outcome.name });
  return { outcome: "done", says: await withCleaned(says, [typed.name ?? ""]) };
}
