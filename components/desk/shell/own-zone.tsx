"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { zoneCookie } from "./zone-cookie";

/** Tells the desk the time zone of this browser, once; `told` is what it knows. Draws the page anew when that is news. */
export function OwnZone({ told }: { told: string | undefined }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === (told ?? "UTC")) return;
    document.cookie = `${zoneCookie}=${timeZone}; path=/admin; max-age=31536000; samesite=lax`;
    // A browser that keeps no cookies would be told again and again: it goes on reading UTC.
    if (document.cookie.includes(`${zoneCookie}=${timeZone}`)) router.refresh();
  }, [told, router]);
  return null;
}
