/** Where a file of a whole list says how it is cited: in the files that say so of the list's page. */
import type { CiteFormat } from "@/lib/domain/cite-formats";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { isCited } from "@/lib/route-targets";
import { citePath, readRoute } from "@/lib/routes";
import type { TablePlace } from "./columns";

/** The whole addresses of the files that say how a list is cited, by format; null of lists that have no page in a dossier. */
export function citeAddresses(
  kind: KindKey,
  { site, dossier }: TablePlace,
): Record<CiteFormat, string> | null {
  if (!dossier) return null;
  const path = `/${dossier.slug}/${kindOf(kind).path}`;
  if (!isCited(readRoute(path)?.page)) return null;
  const at = (format: CiteFormat) => site.origin + citePath(path, format);
  return { bib: at("bib"), ris: at("ris"), json: at("json") };
}
