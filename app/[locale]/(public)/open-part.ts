import { getTranslations } from "next-intl/server";
import { pairName, partyNames } from "@/components/public/frame/setting";
import { openDossier } from "./open-dossier";
import type { Props } from "./props";

/** The parts of a dossier that have a page and words of their own. */
export type Part = "history" | "visits" | "agreements" | "trade" | "missions" | "sources";

/** The dossier that a part's page is of, and what the page says of itself. */
export async function openPart<P extends Part>(props: Props<"dossier">, part: P) {
  const { locale, dossier: slug } = await props.params;
  const [dossier, t] = await Promise.all([openDossier(locale, slug, part), getTranslations<Part>(part)]);
  const [a, b] = partyNames(dossier.setting);
  const title = t("title", { a, b, pair: pairName(dossier.setting) });
  return { locale, dossier, t, a, b, title, description: t("description", { a, b }) };
}
