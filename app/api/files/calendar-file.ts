/** A readers' calendar as a file: of a dossier, or of the whole site. */
import { getTranslations } from "next-intl/server";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { dayAfter } from "@/lib/domain/periods-in-words";
import { todaysDay } from "@/lib/domain/today";
import { icalendar } from "@/lib/exchange/icalendar";
import { calendarDays } from "@/lib/published/calendar";
import { noteTags } from "@/lib/published/note-tags";
import { recordPath } from "@/lib/record-paths";
import { site } from "@/lib/site";
import { file } from "./answer";

/** How far it reaches back and ahead. Of the whole site little has room of what is past. */
const reach = {
  back: { dossier: { months: 12, days: 0 }, site: { months: 1, days: 0 } },
  ahead: { months: 60, days: 0 },
};
/** As many events as calendar programs take without trouble: those nearest to today. */
const mostEvents = 2000;

/** The calendar of a dossier, or with null of all, under a name; what is known to a month alone has no day to stand on. */
export async function calendarAsFile(
  of: { id: string; slug: string } | null,
  name: string,
): Promise<Response> {
  // It reaches from today.
  noteTags(notKeptTag);
  const today = todaysDay();
  const back = reach.back[of ? "dossier" : "site"];
  const span = { first: dayAfter(today, back, -1), last: dayAfter(today, reach.ahead) };
  const [{ days, isCut }, t] = await Promise.all([
    calendarDays(of?.id ?? null, span, mostEvents, { around: today }),
    getTranslations({ locale: "en", namespace: "calendar" }),
  ]);
  const events = days
    .filter(({ date }) => date.length === 10)
    .map(({ id, date, what, years = 0, title, kind, slug, dossier }) => {
      const named = of !== null || kind === "dossier" ? title : t("of", { title, dossier: dossier.title });
      return {
        ...{ id: `${id}-${what}-${date}`, day: date, path: recordPath(dossier.slug, { kind, slug }) },
        summary: t.markup(`days.${what}`, { years, link: () => named }),
      };
    });
  const description = isCut ? t("fileCut", { count: mostEvents }) : undefined;
  return file(icalendar(site(), { name, description }, events), "ics", of?.slug ?? "calendar");
}
