import { calendarOf } from "@/lib/desk/read/calendar";
import { dossierOfCalendar } from "@/lib/desk/settings/calendar-links";
import { dayAfter } from "@/lib/domain/periods-in-words";
import { todaysDay } from "@/lib/domain/today";
import { icalendar } from "@/lib/exchange/icalendar";
import { site } from "@/lib/site";
import { kinds } from "@/lib/domain/kinds/registry";
import { happeningWords } from "../happening-words";

export const dynamic = "force-dynamic";

/** How far a calendar reaches back and ahead. */
const reach = { back: { months: 12, days: 0 }, ahead: { months: 60, days: 0 } };
const ending = ".ics";

/**
 * A dossier's calendar for calendar programs, which cannot sign in: the private address is all that it takes. It tells of
 * what is published alone. 404 for an address that there is not, or not any more.
 */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const dossier = file.endsWith(ending) ? await dossierOfCalendar(file.slice(0, -ending.length)) : null;
  if (!dossier) return new Response(null, { status: 404 });
  const today = todaysDay();
  const span = { first: dayAfter(today, reach.back, -1), last: dayAfter(today, reach.ahead) };
  const [days, inWords] = await Promise.all([calendarOf(dossier.id, span), happeningWords()]);
  const text = icalendar(
    site(),
    { name: dossier.title },
    days.map((day) => ({
      id: `${day.id}-${day.what}-${day.day}`,
      day: day.day,
      summary: inWords(day),
      path: `/admin/${kinds[day.kind].path}/${day.id}`,
    })),
  );
  return new Response(text, {
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store" },
  });
}
