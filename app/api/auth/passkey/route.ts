import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import { caller, giveSession, passkeyBrowser } from "@/app/admin/account/session-cookies";
import type { PasskeyAnswer } from "@/components/desk/sign-in-by-passkey";
import { offerSignIn } from "@/lib/auth/passkeys/offers";
import { longestAnswer } from "@/lib/auth/passkeys/read-answer";
import { signInByPasskey } from "@/lib/auth/passkeys/use-passkey";
import { readForm } from "@/lib/auth/read-form";
import { passkeyBrowserCookie } from "@/lib/auth/session-cookie";
import { isUnreachable } from "@/lib/database/failures";
import { TamperedRequest } from "@/lib/domain/record";

const sent = z.strictObject({ answer: z.string().max(longestAnswer).optional() });

/**
 * Signs in by a passkey where one is, for the dialog over a form whose session has ended: after a server action Next would draw
 * the page anew. Without an answer it gives a challenge; with one it gives the session, or says why not.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await formOf(request);
  if (!form) return failed();
  try {
    const { answer } = readForm(form, sent);
    return answered(await (answer === undefined ? offer() : signIn(answer)));
  } catch (error) {
    if (error instanceof TamperedRequest) return failed();
    if (isUnreachable(error)) return answered({ ok: false, code: "unreachable" });
    throw error;
  }
}

const answered = (body: PasskeyAnswer, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

const failed = () => answered({ ok: false, code: "failed" }, 400);

/** What was sent; null where it is no form. */
async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function offer(): Promise<PasskeyAnswer> {
  const known = await passkeyBrowser();
  const browser = known ?? randomBytes(32).toString("base64url");
  if (known === null) (await cookies()).set(passkeyBrowserCookie(browser));
  const outcome = await offerSignIn(browser, (await caller()).address);
  return outcome.ok ? { ok: true, using: outcome.options } : throttled(outcome);
}

async function signIn(answer: string): Promise<PasskeyAnswer> {
  const outcome = await signInByPasskey(answer, (await passkeyBrowser()) ?? "", await caller());
  if (outcome.ok) {
    await giveSession(outcome.sid, outcome.browserCookie);
    return { ok: true };
  }
  switch (outcome.reason) {
    case "throttled":
      return throttled(outcome);
    case "wrong":
      return { ok: false, code: "passkeyWrong" };
    case "elsewhereOnly":
      return { ok: false, code: "passkeyElsewhere" };
    default:
      return { ok: false, code: outcome.reason };
  }
}

const throttled = ({ seconds }: { seconds: number }): PasskeyAnswer => ({
  ...{ ok: false, code: `throttled-${seconds}` },
});
