import type { EntryState } from "./form/answer";

/** A record's state in words; the colour only repeats them. */
export function StateBadge({ state, label }: { state: EntryState; label: string }) {
  return <span className={`badge badge-${state}`}>{label}</span>;
}
