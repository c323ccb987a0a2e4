/** Dates by other calendars, which are never taken for days of the Gregorian one: the years of eras, and names of other months. */
import { dateFormat } from "./intl-formats";
import { bare } from "./month-names";

interface Era {
  /** The year of our calendar before its first. */
  before: number;
  /** Since when its months and days are those of our calendar. */
  from: number;
}

/** Years of the eras that count ours from another beginning, one of each: Meiji to Reiwa, and those of the Republic of China. */
const eraYears = [
  { locale: "ja-u-ca-japanese", years: [1900, 1920, 1950, 2000, 2022], from: 1873 },
  { locale: "zh-TW-u-ca-roc", years: [2000], from: 1912 },
];
/** The same, as it is written on the mainland. */
const otherSpellings: Readonly<Record<string, string>> = { 民國: "民国" };

let eras: ReadonlyMap<string, Era> | null = null;

function erasKnown(): ReadonlyMap<string, Era> {
  eras ??= new Map(
    eraYears.flatMap(({ locale, years, from }) =>
      years.flatMap((year): [string, Era][] => {
        const parts = dateFormat(locale, { timeZone: "UTC", era: "short", year: "numeric" }).formatToParts(
          Date.UTC(year, 5, 1),
        );
        const said = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
        const era = { before: year - Number(said("year")), from };
        const name = said("era");
        return [name, ...(otherSpellings[name] ? [otherSpellings[name]] : [])].map((one) => [one, era]);
      }),
    ),
  );
  return eras;
}

const eraYear = /^(\p{Script=Han}{2}) ?(\d{1,3}|元) ?(?=年)/u;

/**
 * A date with the year of an era as one of ours: "令和6年5月12日" is "2024年5月12日". Null where it names no era, and
 * "" for a year of which the months were not ours.
 */
export function withEraAsYear(text: string): string | null {
  const [said, name = "", count = ""] = eraYear.exec(text) ?? [];
  const era = said === undefined ? undefined : erasKnown().get(name);
  if (said === undefined || !era) return null;
  const year = era.before + (count === "元" ? 1 : Number(count));
  return year < era.from ? "" : `${year}${text.slice(said.length)}`;
}

/** What stands beside a year of another calendar. */
const signs = ["هـ", "هجري", "هجرية", "ه.ش", "AH", "พ.ศ"].map(bare);
const otherMonths = [
  ...["ar", "en", "tr"].map((language) => `${language}-u-ca-islamic-umalqura`),
  ...["fa", "en"].map((language) => `${language}-u-ca-persian`),
  ...["he", "en"].map((language) => `${language}-u-ca-hebrew`),
];

let names: ReadonlySet<string> | null = null;

function namesKnown(): ReadonlySet<string> {
  // Any thirteen times thirty days hold each month of a year.
  names ??= new Set(
    otherMonths.flatMap((locale) =>
      Array.from({ length: 14 }, (_, at) =>
        bare(dateFormat(locale, { timeZone: "UTC", month: "long" }).format(Date.UTC(2023, 0, 10 + at * 29))),
      ),
    ),
  );
  return names;
}

/** Whether a text names a month or a count of years of another calendar: "4 ذو القعدة 1445", "1445 AH", "5 Nisan 5784". */
export function isOfOtherCalendar(text: string): boolean {
  const words = text
    .split(/[\s\d,/-]+/u)
    .map(bare)
    .filter(Boolean);
  const said = words.flatMap((word, at) => [word, `${word} ${words[at + 1] ?? ""}`]);
  return said.some((one) => signs.includes(one) || namesKnown().has(one));
}
