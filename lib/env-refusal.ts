/** How settings are refused, and what of an address is refused in every setting. */
import { z } from "zod";

/** A refusal of a setting, in words that do not hold its value. */
export function refuse(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** The user name and password of an address as they are; refused where one has a % that begins no %xx. */
export function loginOf(
  { username, password }: URL,
  context: z.core.$RefinementCtx,
): { user: string; password: string } {
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return refuse(context, "write special characters of its user name and password as %xx, and % as %25");
  }
}
