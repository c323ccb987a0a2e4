"use client";

import { type FocusEvent, useEffect, useRef, useState } from "react";
import { unsentMark } from "../leaving/unsent";
import { SendingNotice } from "../sending/sending-trouble";
import { useSentForm } from "../sending/use-sent-form";
import { Field } from "./field";
import type { AccountField, AccountFormAction, AccountFormState } from "./form-state";
import { LimitsFieldset, type LimitsFieldsetProps } from "./limits-fieldset";
import { useFoundDossiers } from "./use-found-dossiers";
import { useTypedOn } from "./use-typed-on";

interface Props {
  action: AccountFormAction;
  fields?: AccountField[];
  /** Sent along unseen: whom it is for, and the version that was seen. */
  hidden?: Record<string, string>;
  submit: string;
  waiting: string;
  /** For what cannot be taken back lightly. */
  grave?: boolean;
  /** The dossiers that an account can be limited to; what is sent of them is read by `tickedDossiers`. */
  limits?: Pick<LimitsFieldsetProps, "dossiers" | "words" | "find">;
  /** What the browser does before the form is sent, and may add to it; it says what stands in the way. Needs scripts. */
  before?: (form: FormData) => Promise<string | null>;
}

const first: AccountFormState = { outcome: "none" };

const noFields: AccountField[] = [];

/**
 * A form about an account: what is wrong stands beside its field, and what was typed stays, also what is typed while
 * the answer is awaited. Works without scripts.
 */
export function AccountForm({
  action,
  fields = noFields,
  hidden = {},
  submit,
  waiting,
  grave,
  limits,
  before,
}: Props) {
  const { answer: state, post, trouble, ...sending } = useSentForm(action, first);
  const [ahead, setAhead] = useState<"none" | "waiting" | { says: string }>("none");
  const isSending = sending.isSending || ahead === "waiting";
  const form = useRef<HTMLFormElement>(null);
  const search = useFoundDossiers();
  const refused = state.outcome === "refused" ? state : null;
  const says = typeof ahead === "object" ? ahead.says : refused?.says;
  const typedOn = useTypedOn(form, { isSent: !isSending && !trouble, answer: state, beginnings: fields });

  useEffect(() => {
    // The focus stays with who has typed on.
    if ((state.outcome === "none" && typeof ahead !== "object") || typedOn.hasTypedOn()) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (wrong ?? form.current?.querySelector<HTMLElement>("[data-says]"))?.focus();
  }, [state, ahead, typedOn]);

  async function sendAfter(work: NonNullable<typeof before>, typed: FormData) {
    setAhead("waiting");
    const stopped = await work(typed);
    setAhead(stopped === null ? "none" : { says: stopped });
    if (stopped === null) sending.send(typed);
  }

  return (
    <form
      ref={form}
      action={post}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSending) return;
        typedOn.onSent();
        if (before) void sendAfter(before, new FormData(event.currentTarget));
        else sending.onSubmit(event);
      }}
      onInput={typedOn.onInput}
      {...((refused || trouble) && { [unsentMark]: "" })}
      className="space-y-4"
      noValidate
    >
      <SendingNotice trouble={trouble} />
      {says && !trouble && (
        <p role="alert" data-says tabIndex={-1} className="notice notice-danger">
          {says}
        </p>
      )}
      {state.outcome === "done" && !trouble && typeof ahead !== "object" && <Done state={state} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={refused?.typed[field.name] ?? field.value ?? ""}
          error={refused?.errors[field.name]}
        />
      ))}
      {limits && (
        <LimitsFieldset
          // After what was done it begins anew.
          key={state.outcome === "done" ? state.says : ""}
          {...limits}
          search={search}
          scope={refused?.typed.scope ?? "all"}
          ticked={new Set(refused?.typed.dossiers?.split(" "))}
        />
      )}
      <button type="submit" aria-disabled={isSending || undefined} className={grave ? "btn" : "btn-main"}>
        {isSending ? waiting : submit}
      </button>
    </form>
  );
}

function Done({ state }: { state: Extract<AccountFormState, { outcome: "done" }> }) {
  return (
    <div role="status" data-says tabIndex={-1} className="notice border-ok">
      <p>{state.says}</p>
      {state.shownOnce && <ShownOnce {...state.shownOnce} />}
    </div>
  );
}

/** What cannot be shown again, to be taken away whole: in one line, or in as many as it has. */
function ShownOnce({ label, text }: { label: string; text: string }) {
  const common = {
    ...{ readOnly: true, "aria-label": label, value: text, spellCheck: false, autoComplete: "off" },
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.currentTarget.select(),
    className: "control mt-2 font-mono",
  };
  const lines = text.split("\n").length;
  return lines > 1 ? <textarea {...common} rows={lines} wrap="off" /> : <input {...common} />;
}
