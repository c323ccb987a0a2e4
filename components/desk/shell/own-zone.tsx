"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { browserCookie, browserCookieIn } from "./browser-cookie";
import { zoneCookie } from "./zone-cookie";

/** Tells the desk the time zone of this browser, once; `told` is what it knows. Draws the page anew when that is news. */
export function OwnZone({ told }: { told: string | undefined }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === (told ?? "UTC")) return;
    const { protocol } = window.location;
    document.cookie = browserCookie(zoneCookie, timeZone, protocol);
    // A browser that keeps no cookies would be told again and again: it goes on reading UTC.
    if (browserCookieIn(document.cookie, zoneCookie, protocol) === timeZone) router.refresh();
  }, [told, router]);
  return null;
}
