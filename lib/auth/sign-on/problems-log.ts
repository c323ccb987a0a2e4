/** What next-auth has to say of signing on that failed: for the audit log and the server's, without what came. */
import "server-only";
import type { LoggerInstance } from "next-auth";
import { z } from "zod";
import { logUnnoted } from "../act-log";
import { noteEvent, visitor } from "../security-events";

/** How messages begin that say what was wrong: codes of RFC 6749 and OpenID Connect, and what the checks find. */
const reasons = [
  ...["invalid_request", "invalid_client", "invalid_grant", "invalid_scope", "unauthorized_client"],
  ...["unsupported_grant_type", "unsupported_response_type", "access_denied", "server_error"],
  ...["temporarily_unavailable", "login_required", "interaction_required", "consent_required"],
  ...[
    "state mismatch",
    "nonce mismatch",
    "unexpected iss value",
    "aud mismatch",
    "unexpected JWT alg received",
  ],
  ...[
    "id_token issued in the future",
    "JWT not active yet",
    "JWT expired",
    "failed to validate JWT signature",
  ],
  ...["State cookie was missing", "Nonce cookie was missing", "PKCE code_verifier cookie was missing"],
];

const shape = z.object({
  name: z
    .string()
    .regex(/^\w{1,60}$/)
    .catch("Error"),
  message: z.string().catch(""),
  code: z
    .string()
    .regex(/^[A-Z][A-Z_]{1,40}$/)
    .optional()
    .catch(undefined),
});

/** What of an error may be told: a reason of the list, else its code or class. The rest of its message may hold what came. */
function toldOf(metadata: unknown): string {
  const holder = z.object({ error: z.instanceof(Error) }).safeParse(metadata);
  const { success, data } = shape.safeParse(holder.success ? holder.data.error : metadata);
  if (!success) return "unknown";
  return reasons.find((one) => data.message.startsWith(one)) ?? data.code ?? data.name;
}

/** At the start of signing on, and at its end. */
const failures = ["SIGNIN_OAUTH_ERROR", "OAUTH_CALLBACK_ERROR"];

/** The logger that next-auth is given. What fails at signing on is noted like a wrong password. */
export const signOnLogger: Partial<LoggerInstance> = {
  error(code, metadata) {
    if (!failures.includes(code)) return console.error(code, toldOf(metadata));
    const at = code === "SIGNIN_OAUTH_ERROR" ? "start" : "answer";
    const detail = { by: "provider", at, problem: toldOf(metadata) };
    noteEvent(visitor, { action: "account.signInRefused", subject: "unknown", detail }).catch(
      (error: unknown) => logUnnoted(error, "account.signInRefused"),
    );
  },
  warn: (code) => console.warn(code),
  debug: () => undefined,
};
