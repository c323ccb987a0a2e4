"use server";

import { redirect } from "next/navigation";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { signedOutPath } from "@/lib/auth/desk-path";
import { signOutOf } from "@/lib/auth/end-sessions";
import { currentSession, isFromOther } from "@/lib/auth/session";
import { takeSession } from "./session-cookies";

/**
 * Ends the session for good, not only this browser's cookie. Where another account has signed in since the page was drawn, that one's
 * session stays, which is answered. For a form's `action`; works without scripts.
 */
export async function signOut(form: FormData): Promise<SignedOut | void> {
  const session = await currentSession();
  if (session && isFromOther(session, form)) return { reason: "signedOut" };
  if (session) await signOutOf(session);
  await takeSession();
  redirect(session?.begunBy === "provider" ? signedOutPath : "/admin/sign-in");
}
