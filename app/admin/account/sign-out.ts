"use server";

import { redirect } from "next/navigation";
import { signedOutPath } from "@/lib/auth/desk-path";
import { signOutOf } from "@/lib/auth/end-sessions";
import { currentSession } from "@/lib/auth/session";
import { takeSession } from "./session-cookies";

/** Ends the session for good, not only this browser's cookie. For a form's `action`; works without scripts. */
export async function signOut(): Promise<void> {
  const session = await currentSession();
  if (session) await signOutOf(session);
  await takeSession();
  redirect(session?.begunBy === "provider" ? signedOutPath : "/admin/sign-in");
}
