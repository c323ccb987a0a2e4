import type { Actor } from "@/lib/auth/actor";
import { makeCalendarLink } from "@/lib/desk/settings/calendar-links";
import { sure } from "./confirmed";

/** The secret part of a private address of a dossier's calendar, made by who proved just now who they are; null where none is made. */
export async function calendarAddress(actor: Actor, dossierId: string): Promise<string | null> {
  const made = await makeCalendarLink(sure(actor), dossierId);
  return made.ok ? made.token : null;
}
