import "server-only";
import { env } from "@/lib/env";

/** Whether an account's password lets in: where all sign on through the provider, only that of the one admin who is named. */
export function mayUsePassword({ email, role }: { email: string; role: string }): boolean {
  const { passwordsOnlyFor } = env();
  return passwordsOnlyFor === undefined || (email === passwordsOnlyFor && role === "admin");
}
