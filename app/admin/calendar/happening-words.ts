import { getTranslations } from "next-intl/server";
import type { CalendarEntry } from "@/lib/desk/read/calendar";

/** Puts what falls on a day in words: "34 years of relations: Kazakhstan–Mexico". */
export async function happeningWords(): Promise<(entry: CalendarEntry) => string> {
  const t = await getTranslations("desk.calendar.days");
  return ({ what, years = 0, title }) => t(what, { years, title });
}
