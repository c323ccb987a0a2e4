"use server";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { readdress } from "@/lib/desk/publish/readdress";
import { kinds } from "@/lib/domain/kinds/registry";
import { reachable } from "../account/answers";
import { shownProblems } from "../wording/answers";
import { sentTarget } from "./sent-target";

const sent = z.strictObject({
  ...sentTarget,
  slug: z.string().max(10_000),
});

/** Gives a published record another address, and goes back to it; says beside the input why it cannot be had. */
export async function changeAddress(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { slug, ...target } = readForm(form, sent);
  return reachable({ slug }, async () => {
    const outcome = await readdress(await requireSender("publish", form), target, slug);
    if (outcome.ok) redirect(`/admin/${kinds[target.kind].path}/${target.id}?did=readdress`);
    const refused = { outcome: "refused" as const, errors: {}, typed: { slug } };
    if (outcome.reason === "invalid") {
      const [problem] = await shownProblems(outcome.problems);
      return { ...refused, errors: { slug: problem?.message ?? "" } };
    }
    const t = await getTranslations("desk.address");
    if (outcome.reason === "stale") return { ...refused, says: t("stale", { name: outcome.by }) };
    return { ...refused, says: t("refused") };
  });
}
