/** The site's page for what is not there, made once and completed for each address. */
import { slugPattern } from "@/lib/domain/slug";
import type { Rendered } from "@/server/next/pages";

// As app/global-not-found.tsx has it: the line that leads to a dossier, with a link that no page has.
const line = /<p id="near"[^>]*>.*?<\/p>/s;
const link = 'href="/-/dossier"';

/** The first part of an address, where more follows that is not there and a dossier may be; else null. */
export function dossierAbove(url: string): string | null {
  const [, slug = "", ...rest] = url.split("?", 1)[0]!.split("/");
  return rest.length > 0 && slugPattern.test(slug) ? slug : null;
}

/** The page with its line leading to this dossier, or without the line. */
export function absenceNear(page: Rendered, dossier: string | null): Rendered {
  const html = page.body.toString("utf8");
  const near = dossier === null ? html.replace(line, "") : html.replace(link, `href="/${dossier}"`);
  return { ...page, body: Buffer.from(near) };
}
