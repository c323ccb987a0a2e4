/** What a whole number's input says of what is typed into it. */
import { fiscalYearsNamed, readFiscalYear, showPeriod } from "@/lib/domain/trade-period";
import type { WholeNumberSpec } from "./spec";

export interface WholeReading {
  /** The fiscal year that is meant, in words; empty where none is. */
  fiscal: string;
  /** What is wrong, by the key of its words; null where nothing is, or it may be still to come. */
  fault: "notWhole" | "fiscal" | "whichFiscal" | "outside" | null;
  /** The fiscal years that may be meant, in words and as they fill the input. */
  offers: { shown: string; fills: string }[];
}

const unsaid: WholeReading = { fiscal: "", fault: null, offers: [] };

/** How a typed text reads. While it `isTyped` still, what could become a number within the bounds is no fault yet. */
export function wholeReading(
  text: string,
  { min, max, mayBeFiscal }: Omit<WholeNumberSpec, "kind">,
  { isTyped }: { isTyped: boolean },
): WholeReading {
  const fiscal = mayBeFiscal ? readFiscalYear(text) : null;
  const named = mayBeFiscal ? (fiscalYearsNamed(text) ?? []) : [];
  const number = fiscal
    ? fiscal.year
    : named.length > 0
      ? Number(named[1]?.slice(0, 4))
      : /^-?\d{1,9}$/.test(text)
        ? Number(text)
        : null;
  const isOutside = number !== null && (number < min || number > max);
  const isUnfinished = isTyped && text.length < String(max).length;
  if (text === "" || isUnfinished) return unsaid;
  if (isOutside) return { ...unsaid, fault: "outside" };
  if (named.length > 0)
    return {
      ...unsaid,
      fault: "whichFiscal",
      offers: named.map((fills) => ({ shown: fills.replace("-", "–"), fills })),
    };
  if (fiscal) return { ...unsaid, fiscal: showPeriod(fiscal) };
  // "2013-1" goes on.
  if (number !== null || (isTyped && mayBeFiscal && /^(?:FY ?)?\d{1,4} ?[-/–]? ?\d{0,3}$/i.test(text)))
    return unsaid;
  return { ...unsaid, fault: mayBeFiscal ? "fiscal" : "notWhole" };
}
