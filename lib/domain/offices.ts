/** The offices that a person has held, and which of them on a given day. */
import { isBefore, parsePartialDate } from "./partial-date";

/** When an office was held, as far as that is known: EDTF. */
export interface Term {
  from?: string | undefined;
  to?: string | undefined;
}

/** A term as one EDTF date, undefined where nothing is known of it. A beginning alone says nothing of the end. */
export function termOf({ from, to }: Term): string | undefined {
  if (!from && !to) return undefined;
  if (from === to || from?.includes("/") || to?.includes("/")) return from ?? to;
  return `${from ?? ""}/${to ?? ""}`;
}

/**
 * Those of the offices that may have been held on a date, the one that began last first: all but those that surely ended
 * before it or began after it. Without a date that can be read, all of them.
 */
export function officesOn<T extends Term>(offices: readonly T[], date: string | undefined): T[] {
  const isDated = date !== undefined && parsePartialDate(date).ok;
  const held = offices.filter(
    ({ from, to }) =>
      !isDated || !((to !== undefined && isBefore(to, date)) || (from !== undefined && isBefore(date, from))),
  );
  return held.sort((one, other) => {
    if (!one.from || !other.from) return Number(!one.from) - Number(!other.from);
    return isBefore(one.from, other.from) ? 1 : isBefore(other.from, one.from) ? -1 : 0;
  });
}
