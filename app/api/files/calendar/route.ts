import { siteName } from "@/lib/site";
import { calendarAsFile } from "../calendar-file";

export const dynamic = "force-dynamic";

/** `/calendar.ics`: what falls on the days to come in all dossiers, for calendar programs. */
export async function GET(): Promise<Response> {
  return calendarAsFile(null, siteName);
}
