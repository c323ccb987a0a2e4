"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import type { AccountFormAction } from "./form-state";

interface LimitsFormProps {
  action: AccountFormAction;
  /** Whose account it is, and the version that was seen. */
  hidden: Record<string, string>;
  /** The dossiers to choose from: those to which the account is limited, and others. */
  dossiers: readonly { id: string; title: string; isChosen: boolean }[];
  isLimited: boolean;
  words: { legend: string; everywhere: string; some: string; submit: string; waiting: string };
}

/** To which dossiers an account is limited: to none, or to those that are ticked. Works without scripts. */
export function LimitsForm({ action, hidden, dossiers, isLimited, words }: LimitsFormProps) {
  const [answer, send, isSending] = useActionState(action, { outcome: "none" });
  const says = useRef<HTMLParagraphElement>(null);
  const id = useId();
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
      action={send}
      onSubmit={(event) => isSending && event.preventDefault()}
      // What it begins with is what stands, or what was typed.
      key={JSON.stringify([scope, [...ticked], hidden])}
      className="space-y-4"
    >
      {text && (
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
      <fieldset className="space-y-2">
        <legend className="field-label">{words.legend}</legend>
        {(["all", "some"] as const).map((value) => (
          <label key={value} className="flex items-baseline gap-2">
            <input type="radio" name="scope" value={value} defaultChecked={scope === value} />
            {value === "all" ? words.everywhere : words.some}
          </label>
        ))}
        <div className="space-y-1 pl-6" role="group" aria-labelledby={`${id}-some`}>
          <span id={`${id}-some`} className="sr-only">
            {words.some}
          </span>
          {dossiers.map((one) => (
            <label key={one.id} className="flex items-baseline gap-2">
              <input type="checkbox" name={`in.${one.id}`} defaultChecked={ticked.has(one.id)} />
              {one.title}
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" aria-disabled={isSending || undefined} className="btn-main">
        {isSending ? words.waiting : words.submit}
      </button>
    </form>
  );
}
