/** Where records are read, and the versions that were published of them. */
import { kinds, type KindKey } from "@/lib/domain/kinds/registry";
import { splitSlug } from "@/lib/domain/trade-period";
import { changesPath, peoplePath } from "./routes";

export interface Addressed {
  kind: KindKey;
  slug: string;
}

/** Records that are read on another's page: that page's path below the dossier, and their place on it. */
const placesOnPages: Partial<Record<KindKey, (slug: string) => string>> = {
  // One page for all reporters of a year, and one for all lists of products.
  tradeYear: (slug) => {
    const { period, rest } = splitSlug(slug);
    return `${kinds.tradeYear.path}/${period}#${rest}`;
  },
  tradeProducts: (slug) => `${kinds.tradeYear.path}#${slug}`,
};

/** The path of a record that is read above all dossiers; null for the others. */
export function sitePath({ kind, slug }: Addressed): string | null {
  return kind === "person" ? `${peoplePath}/${slug}` : null;
}

/** The path of a record's public page, for the dossier under which it is read. */
export function recordPath(dossierSlug: string, { kind, slug }: Addressed): string {
  if (kind === "dossier") return `/${dossierSlug}`;
  return (
    sitePath({ kind, slug }) ??
    `/${dossierSlug}/${placesOnPages[kind]?.(slug) ?? `${kinds[kind].path}/${slug}`}`
  );
}

/** The path of the page that lists a record: the dossier's own for a dossier. */
export function listPathOf(dossierSlug: string, record: Addressed): string {
  const [path = ""] = recordPath(dossierSlug, record).split("#");
  return path.split("/").slice(0, 3).join("/");
}

/** The path of what was changed in a dossier, or with a record's id of that record's published versions. */
export function changesPathOf(dossierSlug: string, record?: string): string {
  return `/${dossierSlug}${changesPath}${record === undefined ? "" : `/${record}`}`;
}

/** The path at which a published version of a record is shown for good: what is cited of the record. */
export function versionPathOf(dossierSlug: string, record: string, version: number): string {
  return `${changesPathOf(dossierSlug, record)}?version=${version}`;
}
