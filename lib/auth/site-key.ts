/** Keys derived from the site's secret, so that none of them tells of another or of the secret itself. */
import "server-only";
import { hkdfSync } from "node:crypto";
import { required } from "@/lib/env";

/** The key of so many bytes for one purpose; `salt` makes it that of a session, say. */
export function siteKey(purpose: string, length = 32, salt = ""): Buffer {
  return Buffer.from(hkdfSync("sha256", required("secret"), salt, `entente ${purpose}`, length));
}
