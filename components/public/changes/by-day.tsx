import type { ReactNode } from "react";
import { Day } from "../frame/date-text";

interface ByDayProps<C extends { id: string }> {
  changes: readonly C[];
  /** When each happened, as an instant. */
  at: (change: C) => string;
  /** A list item for one of them. */
  children: (change: C) => ReactNode;
}

/** What happened by days, in the order given: the day in the margin, then what happened on it. */
export function ByDay<C extends { id: string }>({ changes, at, children }: ByDayProps<C>) {
  const days = new Map<string, C[]>();
  for (const change of changes) {
    const day = at(change).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), change]);
  }
  return (
    <ol>
      {[...days].map(([day, ofDay]) => (
        <li
          key={day}
          className="border-t border-ink pt-3 pb-10 last:pb-0 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8"
        >
          <p className="label mb-2 lg:mb-0">
            <Day instant={day} />
          </p>
          <ul>{ofDay.map(children)}</ul>
        </li>
      ))}
    </ol>
  );
}
