/** The moment of which an address asks how a page stood here then. */
import { readDay } from "../as-of/as-of-day";
import { todaysDay } from "../today";

export interface Moment {
  /** As addresses spell it. */
  spelled: string;
  /** ISO instant: what was published by then stood. */
  at: string;
  /** A day was asked for: the moment is its end, in UTC. */
  isDay: boolean;
}

const instant = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})\.(\d{3})Z$/;

/** An ISO instant as addresses spell it: in ISO's basic form, of which no sign has to be encoded. */
export function spellInstant(at: string): string {
  return at.replaceAll(/[-:]/g, "");
}

/** The end of an ISO day or an instant, as an address spells it, where the calendar has it; else null. */
export function readMoment(text: unknown): Moment | null {
  if (typeof text !== "string" || text.length > 20) return null;
  const day = readDay(text);
  if (day) return { spelled: day, at: `${day}T23:59:59.999Z`, isDay: true };
  const at = text.replace(instant, "$1-$2-$3T$4:$5:$6.$7Z");
  if (at === text || !readDay(at.slice(0, 10))) return null;
  // There is no hour 24, and no second 60 in the database.
  return Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at
    ? null
    : { spelled: text, at, isDay: false };
}

/** An address's value in its one spelling; null where it asks for no moment. */
export function spelledMoment(text: string): string | null {
  return readMoment(text)?.spelled ?? null;
}

/** The ISO day as of which a page tells of things: that of the moment which its address spells, today where it spells none. */
export function dayShown(spelled: string | undefined): string {
  return readMoment(spelled)?.at.slice(0, 10) ?? todaysDay();
}

/** Whether a moment is still to come. Of the day that it is there is no end yet: it is shown as it stands so far. */
export function isToCome({ at, isDay }: Moment, now = new Date()): boolean {
  return at > now.toISOString() && !(isDay && at.startsWith(todaysDay(now)));
}
