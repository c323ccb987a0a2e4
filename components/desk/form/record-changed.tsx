"use client";
import { useWords } from "./form-context";
import type { Stale } from "./use-conflict";

/** What was done to the record while the form was open, and by whom, as a sentence. */
export function useWhatHappened({ by, did, isOwn }: Stale): string {
  const word = useWords();
  return word(isOwn ? "stale.own" : "stale.title", { name: by, did: word(`stale.did.${did}`) });
}

interface TrashedProps {
  stale: Stale;
  /** Takes it out of the trash and saves what was typed. */
  onRestore: () => void;
}

/** The record was put into the trash meanwhile. */
export function TrashedMeanwhile({ stale, onRestore }: TrashedProps) {
  const word = useWords();
  return (
    <section id="refusal" tabIndex={-1} className="notice notice-danger" role="alert">
      <h2>{useWhatHappened(stale)}</h2>
      <p>{word("stale.trashed", { at: stale.at })}</p>
      <div className="btn-row">
        <button type="button" className="btn" onClick={onRestore}>
          {word("stale.restore")}
        </button>
      </div>
    </section>
  );
}

/** What was taken in of another's change, without a question. */
export function TakenIn({ stale, labels }: { stale: Stale; labels: readonly string[] }) {
  const word = useWords();
  return (
    <section className="notice" role="status">
      <p className="font-semibold">{useWhatHappened(stale)}</p>
      <p>{word("stale.takenIn", { fields: labels.join(", ") })}</p>
    </section>
  );
}
