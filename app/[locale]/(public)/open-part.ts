import { getTranslations } from "next-intl/server";
import { pairName, partiesInText } from "@/components/public/frame/setting";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "@/lib/published/note-tags";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { openDossierAt } from "./open-dossier";
import type { Props } from "./props";

/**
 * The dossier that a part's page is of, as its address asks for it, with its records of these kinds; and what the page says
 * of itself: its words are under the part's name.
 */
export async function openPart(props: Props<"dossier">, part: string, kinds: readonly DossierKindKey[]) {
  const [{ locale, dossier: slug }, query] = await Promise.all([props.params, props.searchParams]);
  const [dossier, t] = await Promise.all([
    openDossierAt({ locale, slug, below: part }, query, kinds),
    getTranslations(part),
  ]);
  // What is missing is missing since the dossier's own record was last changed.
  noteTags(cacheTag.record(dossier.record.id));
  const [a, b] = partiesInText(dossier.setting);
  const title = t("title", { a, b, pair: pairName(dossier.setting) });
  return { locale, dossier, t, a, b, title, description: t("description", { a, b }) };
}
