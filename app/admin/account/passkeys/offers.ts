"use server";

import { randomBytes } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { redirect, unstable_rethrow } from "next/navigation";
import { cookies } from "next/headers";
import type { PasskeyOffer } from "@/components/desk/account/passkey-form";
import { mostPasskeys, offerMaking, offerSignIn, offerUse } from "@/lib/auth/passkeys/offers";
import { currentSession } from "@/lib/auth/session";
import { passkeyBrowserCookie } from "@/lib/auth/session-cookie";
import { isUnreachable } from "@/lib/database/failures";
import { refusedFor } from "../answers";
import { caller, passkeyBrowser } from "../session-cookies";

/** Offers to make a passkey for who is signed in, also where their role asks for a second step first. */
export async function offerNewPasskey(): Promise<PasskeyOffer> {
  return reachable(async () => {
    const session = await currentSession();
    if (!session || (session.due !== null && session.due !== "enrol")) return toSignIn();
    const outcome = await offerMaking(session, (await caller()).address);
    if (outcome.ok) return { ok: true, making: outcome.options };
    if (outcome.reason === "tooMany") {
      const t = await getTranslations("desk.accounts.passkeys");
      return { ok: false, says: t("tooMany", { count: mostPasskeys }) };
    }
    return refused(outcome.reason, outcome.reason === "throttled" ? outcome.seconds : 0);
  });
}

/** Offers a visitor to sign in by a passkey, and gives the browser the cookie by which its answer is known. */
export async function offerPasskeySignIn(): Promise<PasskeyOffer> {
  return reachable(async () => {
    const known = await passkeyBrowser();
    const browser = known ?? randomBytes(32).toString("base64url");
    if (known === null) (await cookies()).set(passkeyBrowserCookie(browser));
    const outcome = await offerSignIn(browser, (await caller()).address);
    return outcome.ok ? { ok: true, using: outcome.options } : refused(outcome.reason, outcome.seconds);
  });
}

/** Offers who is signed in to use one of their passkeys: as the second step where that is due, else in place of the password. */
export async function offerOwnPasskey(): Promise<PasskeyOffer> {
  return reachable(async () => {
    const session = await currentSession();
    if (!session || (session.due !== null && session.due !== "code")) return toSignIn();
    const outcome = await offerUse(session, (await caller()).address);
    return outcome.ok ? { ok: true, using: outcome.options } : refused(outcome.reason, outcome.seconds);
  });
}

const toSignIn = () => redirect("/admin/sign-in?next=/admin/account");

async function refused(reason: string, seconds = 0): Promise<PasskeyOffer> {
  const { says } = await refusedFor(reason, {}, seconds);
  return { ok: false, says: says ?? "" };
}

async function reachable(work: () => Promise<PasskeyOffer>): Promise<PasskeyOffer> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error); // redirects
    if (isUnreachable(error)) return refused("unreachable");
    throw error;
  }
}
