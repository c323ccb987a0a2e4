import "server-only";
import { database } from "@/lib/database/client";
import { type AboutPart, aboutParts } from "@/lib/domain/about-parts";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";

/** What admins wrote on the page about the site in a language, by its part; the others say what is usual. */
export async function aboutTexts(locale: string): Promise<Partial<Record<AboutPart, string>>> {
  noteTags(cacheTag.about());
  const rows = await database().aboutText.findMany({
    where: { locale, part: { in: [...aboutParts] }, text: { not: null } },
    select: { part: true, text: true },
  });
  return Object.fromEntries(rows.map(({ part, text }) => [part, text]));
}
