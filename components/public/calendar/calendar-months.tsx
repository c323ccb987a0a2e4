import { useLocale, useTranslations } from "next-intl";
import { dateWords, DateText } from "@/components/public/frame/date-text";
import { MarginSection } from "@/components/public/frame/margin-section";
import { Name } from "../frame/name";
import { showPartialDate } from "@/lib/domain/date-words";
import type { CalendarLine } from "./calendar-line";

/** What falls on days, by months: the month in the margin, then the days of it. */
export function CalendarMonths({ lines }: { lines: readonly CalendarLine[] }) {
  const [locale, words] = [useLocale(), useTranslations("dates")];
  const months = [...new Set(lines.map(({ date }) => date.slice(0, 7)))];
  return (
    <div className="grid gap-10">
      {months.map((month) => (
        <MarginSection
          key={month}
          id={`month-${month}`}
          heading={showPartialDate(month, locale, dateWords(words.raw.bind(words)))}
        >
          <ul className="grid gap-3">
            {lines
              .filter(({ date }) => date.startsWith(month))
              .map((line) => (
                <Line key={`${line.id} ${line.what} ${line.date}`} line={line} />
              ))}
          </ul>
        </MarginSection>
      ))}
    </div>
  );
}

function Line({ line: { date, what, years = 0, href, title, dossier } }: { line: CalendarLine }) {
  const t = useTranslations("calendar.days");
  return (
    <li className="sm:grid sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-x-6">
      <span className="label">
        <DateText value={date} />
      </span>
      <div className="max-w-measure wrap-anywhere">
        <p>
          {t.rich(what, {
            years,
            link: () => (
              <a href={href}>
                <Name>{title}</Name>
              </a>
            ),
          })}
        </p>
        {dossier !== undefined && <p className="label">{dossier}</p>}
      </div>
    </li>
  );
}
