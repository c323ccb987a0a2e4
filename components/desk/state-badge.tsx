import type { EntryState } from "./form/answer";

interface StateBadgeProps {
  state: EntryState;
  label: string;
  /** Said instead where a bar of actions has little room. */
  short?: string;
}

/** A record's state in words; the colour only repeats them. */
export function StateBadge({ state, label, short }: StateBadgeProps) {
  return (
    <span className={`badge badge-${state}`}>
      {short === undefined ? (
        label
      ) : (
        <>
          <span className="long-words">{label}</span>
          <span className="short-words">{short}</span>
        </>
      )}
    </span>
  );
}
