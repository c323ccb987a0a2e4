import { useLocale, useTranslations } from "next-intl";
import { type DateWords, showDateRange, showPartialDate } from "@/lib/domain/date-words";
import { machineDate } from "@/lib/domain/partial-date";

/** A date as precisely as it is recorded, in words; the words for a missing one where it is not. */
export function DateText({ value, missing }: { value: string | undefined; missing?: string }) {
  const t = useTranslations("dates");
  const locale = useLocale();
  if (!value) return <span className="text-muted">{missing ?? t("notRecorded")}</span>;
  const shown = showPartialDate(value, locale, dateWords(t.raw.bind(t)));
  const machine = machineDate(value);
  return machine ? (
    <time dateTime={machine} className="figures whitespace-nowrap">
      {shown}
    </time>
  ) : (
    <span className="figures">{shown}</span>
  );
}

/** A first and a last day in as few words as say both. `ended` may be missing: then the first day stands alone. */
export function DateRange({ began, ended }: { began: string | undefined; ended: string | undefined }) {
  const t = useTranslations("dates");
  const locale = useLocale();
  if (!began || !ended) return <DateText value={began ?? ended} />;
  return <span className="figures">{showDateRange(began, ended, locale, dateWords(t.raw.bind(t)))}</span>;
}

/** The words that dates need, raw: their `{date}` is filled in by the date's own code. */
export function dateWords(raw: (key: string) => unknown): DateWords {
  const word = (key: keyof DateWords) => String(raw(key));
  return {
    about: word("about"),
    uncertain: word("uncertain"),
    since: word("since"),
    until: word("until"),
    from: word("from"),
    to: word("to"),
    decade: word("decade"),
    firstDecade: word("firstDecade"),
    century: word("century"),
    spring: word("spring"),
    summer: word("summer"),
    autumn: word("autumn"),
    winter: word("winter"),
    between: word("between"),
  };
}

/** The day of an ISO instant, in words. */
export function Day({ instant }: { instant: string }) {
  return <DateText value={instant.slice(0, 10)} />;
}
