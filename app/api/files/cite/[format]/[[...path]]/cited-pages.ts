/** What there is to cite at a page, by its address and what that asks for: as the page itself says it in sentences. */
import { getTranslations } from "next-intl/server";
import { dateWords } from "@/components/public/frame/date-text";
import { readDay } from "@/lib/domain/as-of/as-of-day";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { calendarMonth, calendarYear } from "@/lib/domain/calendar-spans";
import { countryName } from "@/lib/domain/countries";
import { showPartialDate } from "@/lib/domain/date-words";
import type { PublishedRecord } from "@/lib/domain/published";
import { latestChangeOfAll, latestChangeOfPeople, recentChanges } from "@/lib/published/changes";
import { statesOfCountry } from "@/lib/published/country-dossiers";
import { versionedIn } from "@/lib/published/names";
import { readMoment, spellInstant } from "@/lib/domain/stood/moment";
import { atMoment } from "@/lib/published/stood/at-moment";
import { stoodPerson } from "@/lib/published/stood/open-stood";
import { countryAt, peopleAt } from "@/lib/published/stood/pages-at";
import { noteTags } from "@/lib/published/note-tags";
import { personBySlug, recordsInvolving } from "@/lib/published/people";
import { loggedChanges, versionsOf } from "@/lib/published/versions";
import type { Cited } from "@/lib/route-targets";
import { siteName } from "@/lib/site";

/** How a page is cited. */
export interface CitedPage {
  title: string;
  /** What it is a part of; null of what is whole by itself. */
  within: string | null;
  /** ISO instant. */
  changed: string;
  version?: number;
  /** The query of the view of it that is cited, with its question mark, where that is not what was asked for. */
  view?: string;
}

/** A page of which no change is told is cited as of the day on which it was made. */
function asOfToday(): string {
  noteTags(notKeptTag);
  return new Date().toISOString();
}

/** A page above all dossiers; null where there is none. */
export async function sitePage(
  page: Exclude<Cited, { dossier: string }>,
  query: URLSearchParams,
): Promise<CitedPage | null> {
  const t = await getTranslations({ locale: "en" });
  const whole = (title: string, changed = asOfToday()) => ({ title, within: null, changed });
  switch (page.is) {
    case "home":
      return whole(t("home.title"), (await recentChanges({ limit: 1 }))[0]?.updatedAt);
    case "about":
      return whole(t("about.title", { site: siteName }));
    case "people":
      return peopleIndexPage(t("persons.index.heading"), query);
    case "person":
      return personPage(page.slug, query);
    case "country":
      return countryPage(page.code.toUpperCase(), query);
    case "calendar":
      return whole(await calendarTitle(t("calendar.title"), query.get("month"), calendarMonth));
    case "changes":
      return whole(t("changeLog.title"), (await loggedChanges({ dossierId: null, limit: 1 })).changes[0]?.at);
  }
}

/** A page that is put together of what has changed last at an instant is cited by that, unless it is asked for otherwise. */
function citedSince(title: string, changed: string | undefined, query: URLSearchParams): CitedPage {
  if (changed === undefined) return { title, within: null, changed: asOfToday() };
  const view = query.size === 0 ? { view: `?stood=${spellInstant(changed)}` } : {};
  return { title, within: null, changed, ...view };
}

async function peopleIndexPage(title: string, query: URLSearchParams): Promise<CitedPage | null> {
  const moment = readMoment(query.get("stood"));
  if (!moment) return citedSince(title, await latestChangeOfPeople(), query);
  const { stood } = await peopleAt(moment, 1);
  return stood.nothing ? null : { title, within: null, changed: stood.changed };
}

async function countryPage(code: string, query: URLSearchParams): Promise<CitedPage | null> {
  const [title, now, moment] = [
    countryName(code),
    await statesOfCountry(code),
    readMoment(query.get("stood")),
  ];
  if (now.length === 0) return null;
  if (!moment) return citedSince(title, await latestChangeOfAll(now.map(({ id }) => id)), query);
  const { stood } = await countryAt(code, now, moment);
  return stood.nothing ? null : { title, within: null, changed: stood.changed };
}

async function personPage(slug: string, query: URLSearchParams): Promise<CitedPage | null> {
  const [person, t] = await Promise.all([personBySlug(slug), getTranslations({ locale: "en" })]);
  if (!person) return null;
  const within = t("persons.index.heading");
  const moment = readMoment(query.get("stood"));
  if (moment) {
    const stood = await atMoment(moment, (at) => stoodPerson(person.id, at));
    if (stood.is !== "stood") return null;
    return { title: stood.record.values.name, within, changed: stood.record.updatedAt };
  }
  const { shown } = await recordsInvolving(person.id, Number(query.get("page") ?? 1));
  const instants = [person, ...shown.map(({ record }) => record)].map(({ updatedAt }) => updatedAt);
  const changed = instants.sort().at(-1)!;
  const view = query.has("page") ? undefined : `?stood=${spellInstant(changed)}`;
  return { title: person.values.name, within, changed, ...(view && { view }) };
}

async function calendarTitle(title: string, asked: string | null, pattern: RegExp): Promise<string> {
  const t = await getTranslations({ locale: "en" });
  return asked !== null && pattern.test(asked)
    ? t("calendar.titleIn", { title, period: await inWords(asked) })
    : title;
}

async function inWords(date: string): Promise<string> {
  const words = await getTranslations({ locale: "en", namespace: "dates" });
  return showPartialDate(date, "en", dateWords(words.raw.bind(words)));
}

/** A page that a dossier has besides its overview, lists and records; null where there is none. */
export async function pageBeside(
  page: Extract<Cited, { is: "reciprocity" | "dossier calendar" | "dossier changes" | "record changes" }>,
  own: PublishedRecord<"dossier">,
  query: URLSearchParams,
): Promise<CitedPage | null> {
  const t = await getTranslations({ locale: "en" });
  const within = pairOf(own);
  switch (page.is) {
    case "reciprocity":
      return { title: t("reciprocity.heading"), within, changed: asOfToday() };
    case "dossier calendar": {
      const title = t("calendar.titleOf", { pair: within });
      return {
        title: await calendarTitle(title, query.get("year"), calendarYear),
        ...{ within, changed: asOfToday() },
      };
    }
    case "dossier changes": {
      const { changes } = await loggedChanges({ dossierId: own.id, limit: 1 });
      return { title: t("changeLog.title"), within, changed: changes[0]?.at ?? own.updatedAt };
    }
    case "record changes": {
      const version = Number(query.get("version"));
      const record = await versionedIn(own, page.id);
      const found = record ? await versionsOf(record.id, { around: version, limit: 3 }) : [];
      const then = found.find((one) => one.version === version);
      return then ? { title: then.title, within, changed: then.at, version } : null;
    }
  }
}

/** The view of a day, by what is recorded now; null where none is asked for. */
export async function dayPage(
  own: PublishedRecord<"dossier">,
  query: URLSearchParams,
  changed: string,
): Promise<CitedPage | null> {
  const day = readDay(query.get("on"));
  if (!day) return null;
  const [t, shown] = await Promise.all([getTranslations({ locale: "en" }), inWords(day)]);
  return { title: t("asOf.heading", { pair: pairOf(own), day: shown }), within: pairOf(own), changed };
}

function pairOf({ values: { countryA, countryB } }: PublishedRecord<"dossier">): string {
  return `${countryName(countryA)}–${countryName(countryB)}`;
}
