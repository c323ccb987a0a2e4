import { z } from "zod";
import { longestAddress } from "@/lib/domain/readable-address";

const query = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().catch(""));

/** What is searched for, as the address of the page says it: one line, as long as a web address may be. */
export function askedOf(q: unknown): string {
  return query
    .parse(q)
    .normalize("NFC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, longestAddress);
}
