import { text } from "node:stream/consumers";
import { newPassword } from "@/lib/auth/new-password";
import { Failure } from "./command";

/**
 * The password to set: what is piped in (up to the first line's end), else a generated one. A terminal is not
 * asked: what is typed there can be seen.
 */
export async function passwordToSet(): Promise<{ password: string; generated: boolean }> {
  const piped = process.stdin.isTTY ? "" : await text(process.stdin).catch(() => "");
  const password = piped.split(/\r?\n/, 1)[0] ?? "";
  if (password) return { password, generated: false };
  if (piped) throw new Failure("The password that was piped in is empty.");
  return { password: newPassword(), generated: true };
}
