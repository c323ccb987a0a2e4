/** Sets and takes the session cookie, in server actions. */
import "server-only";
import { cookies } from "next/headers";
import { endedSessionCookie, sessionCookie } from "@/lib/auth/session-cookie";

/** Gives this browser a session. */
export async function giveSession(sid: string): Promise<void> {
  (await cookies()).set(await sessionCookie(sid));
}

/** Takes the session from this browser; the session's row is another matter. */
export async function takeSession(): Promise<void> {
  (await cookies()).set(endedSessionCookie());
}
