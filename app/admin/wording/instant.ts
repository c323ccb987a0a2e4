/** When something happened, in the zone of the person who reads it at the desk, named. */
import { cookies } from "next/headers";
import { cache } from "react";
import { browserCookieName } from "@/components/desk/shell/browser-cookie";
import { zoneCookie } from "@/components/desk/shell/zone-cookie";
import { isSecure } from "@/lib/auth/session-cookie";

const known = new Map<string, Intl.DateTimeFormat | null>();
/** The zones there are, and the few names that a browser has of its own for them, are fewer. */
const most = 1000;

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  const held = known.get(timeZone);
  if (held !== undefined) return held;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat("en-GB", {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone,
      timeZoneName: "short",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  // What a cookie says may be anything: no more of it is kept than there are zones.
  if (known.size < most) known.set(timeZone, format);
  return format;
}

/** An ISO instant as "23 Nov 2026, 14:03 UTC", or "23 Nov 2026, 19:03 GMT+5" in `Asia/Almaty`; in UTC where there is no such zone. */
export function showInstant(iso: string, zone = "UTC"): string {
  const format = (zone.length <= 64 ? formatIn(zone) : null) ?? formatIn("UTC")!;
  return format.format(new Date(iso));
}

/** The zone that the asking browser has told, unchecked; undefined until it has. */
export const toldZone = async (): Promise<string | undefined> =>
  (await cookies()).get(browserCookieName(zoneCookie, isSecure()))?.value || undefined;

/** Puts instants in words in the zone that the asking browser has told; in UTC until it has. */
export const instantWords = cache(async (): Promise<(iso: string) => string> => {
  const zone = await toldZone();
  return (iso) => showInstant(iso, zone);
});
