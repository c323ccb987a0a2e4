/** Reading a text that a person gives to something which the desk keeps, as the forms of records read theirs. */
import "server-only";
import { cleanText } from "@/lib/domain/clean-text";
import { text } from "@/lib/domain/fields/text/text";

/** Why a text is refused: a code under `problems`, with what its words need. */
export interface RefusedText {
  ok: false;
  code: string;
  params?: Record<string, string | number>;
}

/** The text, made plain, null where there is none; or why it is refused. */
export function readText(
  typed: string,
  settings: { max: number; prose?: boolean },
): { ok: true; said: string | null } | RefusedText {
  const read = text(settings).schema({ parties: null }).safeParse(cleanText(typed));
  if (read.success) return { ok: true, said: typeof read.data === "string" ? read.data : null };
  const [issue] = read.error.issues;
  const params = issue && "params" in issue ? (issue.params as Record<string, string | number>) : {};
  return { ok: false, code: issue?.message ?? "text.control", params };
}
