import { z } from "zod";

const address = z.email().max(254);

/** An e-mail address as accounts keep it (trimmed, lower case), or null when it is none. */
export function readEmail(typed: string): string | null {
  const parsed = address.safeParse(typed.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
