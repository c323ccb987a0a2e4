/** iCalendar (RFC 5545): whole days, as calendar programs subscribe to them. */
import ical from "ical-generator";
import type { Site } from "./site";

/** A whole day of a calendar. */
export interface CalendarEvent {
  /** The same for the same day at each reading. */
  id: string;
  /** The ISO day. */
  day: string;
  summary: string;
  /** Where it is told of, as a path of the site. */
  path: string;
}

/** What a calendar is called, and what else is to be known of it, as that not all is in it. */
export interface CalendarHead {
  name: string;
  description?: string | undefined;
}

/** A calendar of whole days as text. */
export function icalendar(
  site: Site,
  { name, description }: CalendarHead,
  events: readonly CalendarEvent[],
): string {
  const calendar = ical({
    name,
    ...(description !== undefined && { description }),
    prodId: { company: site.name, product: "calendar", language: "EN" },
  });
  for (const { id, day, summary, path } of events)
    calendar.createEvent({
      id: `${id}@${new URL(site.origin).hostname}`,
      start: new Date(`${day}T00:00:00Z`),
      timezone: "UTC",
      allDay: true,
      summary,
      url: site.origin + path,
    });
  return calendar.toString();
}
