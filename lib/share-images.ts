/** The images that stand beside links elsewhere. */
import { kinds } from "@/lib/domain/kinds/registry";
import type { Target } from "./route-targets";
import { countryPath, shareImage, shareImageOf } from "./routes";

/** Their size in pixels. */
export const shareImageSize = { width: 1200, height: 630 } as const;

/** The path of the image that stands beside links to a dossier elsewhere, or to one of its lists and what that lists. */
export function shareImagePath(dossierSlug: string, list?: string): string {
  return `/${dossierSlug}/${list === undefined ? shareImage : shareImageOf(list)}`;
}

/** The path of the image that stands beside links to what a page is of. */
export function shareImageFor(page: Target | null | undefined): string {
  switch (page?.is) {
    case "list":
    case "record":
      return shareImagePath(page.dossier, kinds[page.kind].path);
    case "country":
      return `${countryPath(page.code)}/${shareImage}`;
    case "people":
    case "person":
      return `/${shareImageOf("people")}`;
    case "calendar":
    case "changes":
      return `/${shareImageOf(page.is)}`;
    default:
      return page && "dossier" in page ? shareImagePath(page.dossier) : `/${shareImage}`;
  }
}
