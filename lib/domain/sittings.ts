/** A history with the saves of one person in one sitting as one. */
import type { RecordAction } from "./lifecycle";

/** What is to be known of a line of a history. */
interface Line {
  action: RecordAction;
  byId: string | null;
  byName: string;
  /** An ISO instant. */
  at: string;
}

/** What stands at the end of a sitting, and the saves before it, newest first. */
export interface Sitting<L> {
  line: L;
  earlier: L[];
}

/** Between two saves of one sitting pass no more minutes than these. */
export const sittingMinutes = 30;

/** What is folded: later working copies alone. A beginning, and what was published, restored or moved, stands by itself. */
const folding: ReadonlySet<RecordAction> = new Set(["save", "autosave"]);

/** Lines, newest first, in sittings, newest first: one person's saves in a row, none long after the one before it. */
export function inSittings<L extends Line>(lines: readonly L[]): Sitting<L>[] {
  const sittings: Sitting<L>[] = [];
  for (const line of lines) {
    const last = sittings.at(-1);
    const later = last && (last.earlier.at(-1) ?? last.line);
    if (last && later && isOneSitting(later, line)) last.earlier.push(line);
    else sittings.push({ line, earlier: [] });
  }
  return sittings;
}

function isOneSitting(later: Line, earlier: Line): boolean {
  if (!folding.has(later.action) || !folding.has(earlier.action)) return false;
  // The demo data and what the command line writes are no account's.
  if (later.byId !== earlier.byId || later.byName !== earlier.byName) return false;
  return Date.parse(later.at) - Date.parse(earlier.at) <= sittingMinutes * 60_000;
}
