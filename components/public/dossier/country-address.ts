import type { DossierOrder } from "@/lib/domain/dossier-pages";
import { countryPath, localPath } from "@/lib/routes";

/**
 * The address of a page of the dossiers that one country has: by name, and the first page, go without saying; as they stood at a
 * moment where one is given, as addresses spell it.
 */
export function countryAddress(
  locale: string,
  code: string,
  page = 1,
  by?: DossierOrder,
  stood?: string,
): string {
  const query = new URLSearchParams({
    ...(stood && { stood }),
    ...(by && { by }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return localPath(locale, countryPath(code)) + (query && `?${query}`);
}
