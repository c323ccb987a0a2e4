import { localPath } from "@/lib/routes";

/** The address of a page of the dossiers that one country has; the first page goes without its number. */
export function countryPath(locale: string, code: string, page = 1): string {
  return `${localPath(locale, "/")}?country=${code}${page > 1 ? `&page=${page}` : ""}`;
}
