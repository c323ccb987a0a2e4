/** What a reader says is wrong with a record, as the form and those who read it name its parts. */

/** The parts of the form, as they were typed. */
export interface TypedReport {
  text: string;
  source: string;
  address: string;
}

/**
 * Why a report was not taken. Of a part of the form: `empty`, `tooLong` or `invalid`. Of the whole: `tooSoon` after the form was given
 * out, `expired` since then, `tooMany` from this network or in all, and `full` where as many are open as editors can read.
 */
export interface ReportFaults {
  text?: "empty" | "tooLong";
  source?: "tooLong";
  address?: "invalid";
  whole?: "tooSoon" | "expired" | "tooMany" | "full";
}

/** A report that was sent and not taken, for the form that is shown again; `stamp` is the form's own, where that still counts. */
export interface RefusedReport {
  typed: TypedReport;
  faults: ReportFaults;
  stamp: string | null;
}

/** No body of the form is longer, in bytes: each letter of its longest texts takes up to twelve. */
export const longestReport = 40 * 1024;

/** The header in which the server tells the form's page what was refused; it drops any that a client sends. */
export const refusedReportHeader = "x-entente-report";

/** Days for which an address, and a report, are kept after it was settled. */
export const keptDays = { address: 30, report: 365 } as const;
