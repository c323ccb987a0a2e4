/** What the site calls itself, where it stands, and on what terms its content may be used. */
import "server-only";
import { env, publicUrl } from "./env";
import type { Site } from "./exchange/site";

export const siteName = "Entente";

/** The licence of the records (not of the program), set by `ENTENTE_LICENCE`. */
export const contentLicence: { name: string; url: string } = env().licence;

/** The whole address of a path of this site. */
export function siteUrl(path: string): string {
  return publicUrl() + path;
}

/** The site as files and structured data name it. */
export function site(): Site {
  return { name: siteName, origin: publicUrl(), licence: contentLicence };
}
