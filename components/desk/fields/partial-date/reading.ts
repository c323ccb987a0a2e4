/** What a date's input says of what is typed into it. */
import { showDateRange, showPartialDate } from "@/lib/domain/date-words";
import { readTypedDate } from "@/lib/domain/typed-date";
import { type DateOffer, nothingRead, type Reading } from "./reading-state";

/** How a typed text reads in a language. `hasLastDay`: whether a field beside it takes the second of two dates. */
export function readingOf(text: string, locale: string, hasLastDay: boolean): Reading {
  if (text === "") return nothingRead;
  const read = readTypedDate(text, locale);
  if (read.ok) return { ...nothingRead, reads: showPartialDate(read.edtf, locale) };
  const offer = (edtf: string): DateOffer => ({ shown: showPartialDate(edtf, locale), fills: edtf });
  const fault = read.problem.replace("date.", "");
  if (!("choices" in read)) return { reads: "", fault, offers: [] };
  if (read.problem !== "date.twoDates" || !hasLastDay)
    return { reads: "", fault, offers: read.choices.map(offer) };
  const both = { shown: showDateRange(read.first, read.last, locale), fills: read.first, last: read.last };
  return { reads: "", fault: "firstAndLast", offers: [both] };
}
