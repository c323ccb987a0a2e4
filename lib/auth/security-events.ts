/** Notes what concerns safety and is no change of anything: sign-ins, refusals, what leaves the house. */
import "server-only";
import { database } from "@/lib/database/client";
import { networkOf } from "@/lib/network";
import { logUnnoted } from "./act-log";
import type { Actor } from "./actor";
import { type Asking, asking, whileAsking } from "./asking";
import { type AuditedAct, noteAct } from "./audit";
import { NotedOften } from "./noted-often";

/** Who did what no account did. */
export const visitor = { id: null, name: "Visitor" } as const;

export type SecurityAction =
  | "account.signIn"
  | "account.signInWrong"
  | "account.signInThrottled"
  | "account.signInRefused"
  | "account.signOut"
  /** A passkey, or what was said to be one, was not taken. */
  | "account.passkeyRefused"
  /** A link for another password was asked for. */
  | "account.resetAsk"
  /** A link that lets in once is not good. */
  | "account.wrongLink"
  /** The role does not allow it. */
  | "refused.role"
  /** It came from a page of another site, or did not say from which. */
  | "refused.origin"
  /** No form of ours sends it. */
  | "refused.form"
  | "audit.download";

/** Which can be done as often as one likes: bounded for each account that does it or to which it is done, and for each network of strangers. */
const bounded: readonly SecurityAction[] = [
  "account.signInWrong",
  "account.signInThrottled",
  "account.signInRefused",
  "account.passkeyRefused",
  "account.resetAsk",
  "account.wrongLink",
  "refused.role",
  "refused.origin",
  "refused.form",
];

const kept = globalThis as { ententeNotedOften?: NotedOften };
const often = () => (kept.ententeNotedOften ??= new NotedOften());

export interface SecurityEvent extends AuditedAct {
  action: SecurityAction;
}

/** Notes an event that is no part of a transaction. Of what strangers can repeat, a bounded number is noted. */
export async function noteEvent(by: Pick<Actor, "id" | "name">, event: SecurityEvent): Promise<void> {
  if (!bounded.includes(event.action)) return noteAct(database(), by, event);
  const from = by.id ?? networkOf(asking()?.address ?? "unknown");
  const next = often().next(event.action, from, accountIn(event));
  if (!next) return;
  const skipped = next.skipped > 0 ? { skipped: next.skipped } : {};
  await noteAct(database(), by, { ...event, detail: { ...event.detail, ...skipped } });
}

/** The id of the account to which it was done, where there is one: guesses at it are few beside those at any other. */
function accountIn({ detail }: SecurityEvent): string | undefined {
  const id = (detail as { userId?: unknown } | undefined)?.userId;
  return typeof id === "string" ? id : undefined;
}

/**
 * Notes a refusal, which no caller waits for: refusing must not fail where the database does, nor take longer. Outside of a
 * request nothing was refused to anyone.
 */
export function noteRefusal(
  by: Pick<Actor, "id" | "name"> | null,
  event: Omit<SecurityEvent, "subject">,
  request: Asking | null = asking(),
): void {
  if (!request) return;
  whileAsking(request, () =>
    noteEvent(by ?? request.by ?? visitor, { ...event, subject: request.path.slice(0, 300) }),
  ).catch((error: unknown) => logUnnoted(error, event.action));
}
