import "server-only";
import { timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same, compared in a time that does not tell how much of them is alike. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
