"use server";
import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { aboutWords } from "@/app/about-words";
import { routing } from "@/i18n/routing";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { writeAboutText } from "@/lib/desk/settings/about-text";
import { aboutParts } from "@/lib/domain/about-parts";
import { reachable } from "../../account/answers";
import { sentVersion } from "../../actions/sent-target";
import { withCleaned } from "../../wording/cleaned";

const form = z.strictObject({
  part: z.enum(aboutParts),
  locale: z.enum(routing.locales),
  version: sentVersion,
  text: z.string().max(50_000),
});

/** Writes a part of the page about the site; nothing gives it its usual words back. */
export async function writeAbout(_last: AccountFormState, sent: FormData): Promise<AccountFormState> {
  const { part, locale, version, text } = readForm(sent, form);
  return reachable({ text }, async () => {
    const actor = await requireSender("manage", sent);
    const usual = (await aboutWords(locale)).usual(part);
    const outcome = await writeAboutText(actor, { part, locale, version, text, usual });
    if (!outcome.ok) {
      const problems = await getTranslations("problems");
      return {
        outcome: "refused",
        errors: { text: problems(outcome.code, outcome.params) },
        typed: { text },
      };
    }
    refresh();
    const t = await getTranslations("desk.about");
    return { outcome: "done", says: await withCleaned(t(outcome.isUsual ? "usualAgain" : "done"), [text]) };
  });
}
