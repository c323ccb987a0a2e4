/** Where readers find a record. */
import { kinds, type KindKey } from "./kinds/registry";

export interface Addressed {
  kind: KindKey;
  slug: string;
}

/** The path of a record's public page below `/`, for the dossier under which it is read. */
export function recordPath(dossierSlug: string, { kind, slug }: Addressed): string {
  if (kind === "dossier") return `/${dossierSlug}`;
  // One page for all reporters of a year, and one for all lists of products.
  if (kind === "tradeYear") {
    const [year, ...reporter] = slug.split("-");
    return `/${dossierSlug}/trade/${year}#${reporter.join("-")}`;
  }
  if (kind === "tradeProducts") return `/${dossierSlug}/trade#${slug}`;
  return `/${dossierSlug}/${kinds[kind].path}/${slug}`;
}
