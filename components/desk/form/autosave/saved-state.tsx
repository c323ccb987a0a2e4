"use client";
import type { Intent } from "../answer";
import { useWords } from "../form-context";
import type { Keeping } from "./autosaver";

interface SavedStateProps {
  busy: Intent | null;
  keeping: Keeping;
  /** Something is typed that no save can keep yet. */
  isPending: boolean;
  /** What the last button has done. */
  done: string;
  /** What is said where nothing has happened yet. */
  settled: string;
  onSignIn: () => void;
  onRetry: () => void;
}

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Whether what is typed is saved: the one place that tells, quietly. */
export function SavedState({ busy, keeping, isPending, done, settled, onSignIn, onRetry }: SavedStateProps) {
  const word = useWords();
  const { trouble, isUnkept, isSending, keptAt } = keeping;
  const settledOr = isPending ? word("pending") : done || settled;
  const quiet = isSending ? word("saving") : isUnkept ? word("unsaved") : settledOr;
  const kept = !isPending && keptAt !== null && !isUnkept && word("keptAt", { time: clock.format(keptAt) });
  return (
    <span className="action-said">
      <span role="status">
        {busy ? word("saving") : trouble ? word(`notKept.${trouble}`) : kept || quiet}
      </span>
      {!busy && trouble === "signedOut" && (
        <button type="button" className="btn-quiet" onClick={onSignIn}>
          {word("signedOut.again")}
        </button>
      )}
      {!busy && (trouble === "network" || trouble === "unavailable" || trouble === "failed") && (
        <button type="button" className="btn-quiet" onClick={onRetry}>
          {word("retry")}
        </button>
      )}
    </span>
  );
}
