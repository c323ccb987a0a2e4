/** What a whole number's input says of what is typed into it. */
import { readFiscalYear, showPeriod } from "@/lib/domain/trade-period";
import type { WholeNumberSpec } from "./spec";

export interface WholeReading {
  /** The fiscal year that is meant, in words; empty where none is. */
  fiscal: string;
  /** What is wrong, by the key of its words; null where nothing is, or it may be still to come. */
  fault: "notWhole" | "fiscal" | "outside" | null;
}

/** How a typed text reads. While it `isTyped` still, what could become a number within the bounds is no fault yet. */
export function wholeReading(
  text: string,
  { min, max, mayBeFiscal }: Omit<WholeNumberSpec, "kind">,
  { isTyped }: { isTyped: boolean },
): WholeReading {
  const fiscal = mayBeFiscal ? readFiscalYear(text) : null;
  const number = fiscal ? fiscal.year : /^-?\d{1,9}$/.test(text) ? Number(text) : null;
  const isOutside = number !== null && (number < min || number > max);
  const isUnfinished = isTyped && text.length < String(max).length;
  if (text === "" || isUnfinished) return { fiscal: "", fault: null };
  if (isOutside) return { fiscal: "", fault: "outside" };
  if (fiscal) return { fiscal: showPeriod(fiscal), fault: null };
  // "2013-1" goes on.
  if (number !== null || (isTyped && mayBeFiscal && /^(?:FY ?)?\d{1,4} ?[-/–]? ?\d{0,3}$/i.test(text)))
    return { fiscal: "", fault: null };
  return { fiscal: "", fault: mayBeFiscal ? "fiscal" : "notWhole" };
}
