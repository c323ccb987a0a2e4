/** What was made plain of a text that a form sent. */
import "server-only";
import { getTranslations } from "next-intl/server";
import { countUnclean } from "@/lib/domain/clean-text";

/** What was done, and how many characters of what was sent were made plain by that, where any were. */
export async function withCleaned(says: string, sent: readonly string[]): Promise<string> {
  const count = sent.reduce((sum, text) => sum + countUnclean(text), 0);
  if (count === 0) return says;
  const t = await getTranslations("problems");
  return t("text.saidAndCleaned", { says, cleaned: t("text.cleaned", { count }) });
}
