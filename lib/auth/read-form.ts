import type { z } from "zod";
import { TamperedRequest } from "@/lib/domain/record";
import { isOfSending } from "@/lib/domain/sender";
import { noteRefusal } from "./security-events";

/**
 * The values of a form of ours. Fields of that form may hold anything; anything else in the request means that
 * no form of ours sent it, which is noted. @throws {TamperedRequest}
 */
export function readForm<S extends z.ZodType<object>>(form: FormData, schema: S): z.output<S> {
  // A program that calls an action directly may give it anything.
  if (!(form instanceof FormData)) throw tampered("no form came");
  const values: Record<string, FormDataEntryValue> = {};
  for (const [name, value] of form) {
    if (isOfSending(name)) continue;
    if (Object.hasOwn(values, name)) throw tampered(`${name} came twice`);
    values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw tampered(where.join("; "));
  }
  return parsed.data;
}

/** What is thrown for a form that is none of ours, once it is noted. */
export function tampered(why: string): TamperedRequest {
  const error = new TamperedRequest(why);
  noteTampered(error);
  return error;
}

const noted = new WeakSet<TamperedRequest>();

/** Notes, once, that a form was none of ours. What it held is not kept: it may be anything. */
export function noteTampered(error: TamperedRequest): void {
  if (noted.has(error)) return;
  noted.add(error);
  noteRefusal(null, { action: "refused.form" });
}

/** What `read` makes of a form; where it throws as no form of ours sent it, that is noted. @throws {TamperedRequest} */
export function notingTampered<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TamperedRequest) noteTampered(error);
    throw error;
  }
}
