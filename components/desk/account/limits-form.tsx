"use client";

import { useEffect, useRef } from "react";
import { SendingNotice } from "../sending/sending-trouble";
import { useSentForm } from "../sending/use-sent-form";
import type { AccountFormAction } from "./form-state";
import type { FindDossiersWords } from "./find-dossiers";
import { LimitsFieldset } from "./limits-fieldset";
import { useFoundDossiers } from "./use-found-dossiers";

interface LimitsFormProps {
  action: AccountFormAction;
  /** Whose account it is, and the version that was seen. */
  hidden: Record<string, string>;
  /** The dossiers to choose from: those to which the account is limited, and others. */
  dossiers: readonly { id: string; title: string; isChosen: boolean }[];
  isLimited: boolean;
  /** Where the dossiers are too many to be offered all. */
  find?: FindDossiersWords | undefined;
  words: { legend: string; everywhere: string; some: string; submit: string; waiting: string };
}

/** To which dossiers an account is limited: to none, or to those that are ticked. Works without scripts. */
export function LimitsForm({ action, hidden, dossiers, isLimited, find, words }: LimitsFormProps) {
  const { answer, post, trouble, isSending, onSubmit } = useSentForm(action, { outcome: "none" });
  const search = useFoundDossiers();
  const says = useRef<HTMLParagraphElement>(null);
  const text = answer.outcome === "none" ? undefined : answer.says;
  useEffect(() => {
    if (answer.outcome !== "none") says.current?.focus();
  }, [answer]);
  const typed = answer.outcome === "refused" ? answer.typed : null;
  const scope = typed?.scope ?? (isLimited ? "some" : "all");
  const ticked = typed
    ? new Set(typed.dossiers?.split(" "))
    : new Set(dossiers.flatMap((one) => (one.isChosen ? [one.id] : [])));
  return (
    <form
      action={post}
      onSubmit={onSubmit}
      // What it begins with is what stands, or what was typed.
      key={JSON.stringify([scope, [...ticked], hidden])}
      className="space-y-4"
    >
      <SendingNotice trouble={trouble} />
      {text && !trouble && (
        <p
          ref={says}
          role={answer.outcome === "refused" ? "alert" : "status"}
          tabIndex={-1}
          className={answer.outcome === "refused" ? "notice notice-danger" : "notice border-ok"}
        >
          {text}
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <LimitsFieldset {...{ scope, dossiers, ticked, words, find, search }} />
      <button type="submit" aria-disabled={isSending || undefined} className="btn-main">
        {isSending ? words.waiting : words.submit}
      </button>
    </form>
  );
}
