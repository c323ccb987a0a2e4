import { cookies } from "next/headers";
import { browserCookieName } from "@/components/desk/shell/browser-cookie";
import { visitBefore, visitCookie } from "@/components/desk/shell/visit-cookie";
import { isSecure } from "@/lib/auth/session-cookie";

/** When the visit to the desk before this one ended, as this browser keeps it: an ISO instant, null where it is not known. */
export async function lastVisit(): Promise<string | null> {
  const kept = (await cookies()).get(browserCookieName(visitCookie, isSecure()));
  return visitBefore(kept?.value);
}
