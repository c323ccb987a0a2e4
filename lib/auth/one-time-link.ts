/** Links that let someone in once. The token stands in the fragment, which no browser sends to a server, no log holds and no page passes on. */
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { publicUrl } from "@/lib/env";
import { sendsMail } from "@/lib/mail/queue-mail";

/** A link as it is handed over, and all that is kept of it. */
export interface OneTimeLink {
  /** The path of the site's page with the token behind it. */
  path: string;
  tokenHash: string;
}

/** A link to a page of the site, as `/admin/sign-in/reset`, with a token of 128 random bits. */
export function oneTimeLink(page: string): OneTimeLink {
  const token = randomBytes(16).toString("base64url");
  return { path: `${page}#${token}`, tokenHash: tokenHash(token) };
}

/** Whether links go to their holders by mail; else who makes one is shown it once, to hand it over. */
export const sendsLinks = sendsMail;

/** The whole address of a link's path: the host is the one of the settings, whatever a request says. */
export function linkAddress({ path }: OneTimeLink): string {
  return publicUrl() + path;
}

/** By what the database knows a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The token of what was pasted, which may be the whole link. */
export function pastedToken(pasted: string): string {
  return pasted.trim().split("#").at(-1) ?? "";
}
