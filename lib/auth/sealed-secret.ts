/** Secrets that the database keeps and the site has to read again, encrypted with a key that the database does not hold. */
import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { siteKey } from "./site-key";

const algorithm = "aes-256-gcm";
const [nonceLength, tagLength] = [12, 16];

const key = () => siteKey("sealed secret");

/** Encrypts a secret. `bound` says what it is for, as "second step of <id>": elsewhere it cannot be opened. */
export function sealed(secret: string, bound: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
}

/** What was sealed, or null for what was not, was for something else, or was sealed under another secret of the site. */
export function unsealed(text: string, bound: string): string | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < nonceLength + tagLength || text.length > 1000) return null;
  try {
    const decipher = createDecipheriv(algorithm, key(), bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    }).setAAD(Buffer.from(bound));
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const rest = bytes.subarray(nonceLength + tagLength);
    return Buffer.concat([decipher.update(rest), decipher.final()]).toString("utf8");
  } catch {
    return null; // the tag does not fit
  }
}
