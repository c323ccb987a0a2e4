import { getTranslations } from "next-intl/server";
import { CalendarMonths } from "@/components/public/calendar/calendar-months";
import { CalendarSteps } from "@/components/public/calendar/calendar-steps";
import { dateWords } from "@/components/public/frame/date-text";
import { Missing } from "@/components/public/frame/facts";
import type { Query } from "@/components/public/kind-view";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { calendarMonth, calendarYear, comingMonths, spanOf } from "@/lib/domain/calendar-spans";
import { showPartialDate } from "@/lib/domain/date-words";
import { todaysDay } from "@/lib/domain/today";
import { type CalendarDay, calendarDays } from "@/lib/published/calendar";
import { noteTags } from "@/lib/published/note-tags";
import { recordPath } from "@/lib/record-paths";
import { calendarFilePath, calendarPath, localPath } from "@/lib/routes";

/** As many lines as a page has room for. */
const mostLines = 300;

/** What a calendar is asked for by, and how many months its first page looks ahead: of a dossier, and of the whole site. */
const ways = {
  dossier: { parameter: "year", pattern: calendarYear, months: 12 },
  site: { parameter: "month", pattern: calendarMonth, months: 3 },
} as const;

/** Whose calendar is shown: a dossier's, or with null the site's. */
export type CalendarOf = { id: string; slug: string } | null;

/** The month or year that a calendar's query asks for, null for the coming months; and it in words. */
export async function askedOf(of: "dossier" | "site", locale: string, query: Query) {
  const { parameter, pattern } = ways[of];
  const value = query[parameter];
  const words = await getTranslations({ locale, namespace: "dates" });
  const inWords = (period: string) => showPartialDate(period, locale, dateWords(words.raw.bind(words)));
  const shown = typeof value === "string" && pattern.test(value) ? value : null;
  return { shown, inWords };
}

/** What falls within the span that is asked for, with the ways to others and to the same as a file. */
export async function CalendarBody({ locale, of, query }: { locale: string; of: CalendarOf; query: Query }) {
  const [t, { shown, inWords }] = await Promise.all([
    getTranslations("calendar"),
    askedOf(of ? "dossier" : "site", locale, query),
  ]);
  const { parameter, months } = ways[of ? "dossier" : "site"];
  const today = todaysDay();
  const span = shown === null ? comingMonths(today, months) : spanOf(shown);
  const { days, isCut } = await calendarDays(of?.id ?? null, span, mostLines);
  // The coming months are others by and by; and of years without anything there are many addresses.
  if (shown === null || days.length === 0) noteTags(notKeptTag);
  return (
    <>
      <CalendarSteps
        path={localPath(locale, calendarPath(of?.slug))}
        {...{ parameter, shown, months, inWords }}
        present={today.slice(0, of ? 4 : 7)}
      />
      {days.length === 0 ? (
        <p>
          <Missing>{t("none")}</Missing>
        </p>
      ) : (
        <CalendarMonths lines={days.map((day) => lineOf(day, locale, of === null))} />
      )}
      {isCut && <p className="label mt-6">{t("cut", { count: mostLines })}</p>}
      <p className="screen-only mt-12 border-t border-rule pt-4 font-sans text-label">
        <a href={calendarFilePath(of?.slug)} type="text/calendar">
          {t("file")}
        </a>
      </p>
    </>
  );
}

function lineOf({ slug, kind, title, dossier, ...day }: CalendarDay, locale: string, isOfSite: boolean) {
  return {
    ...{ ...day, title, href: localPath(locale, recordPath(dossier.slug, { kind, slug })) },
    ...(isOfSite && kind !== "dossier" && { dossier: dossier.title }),
  };
}
