"use client";
import { useEffect, useRef } from "react";
import { RecordLink } from "../record-link";
import { SendingNotice } from "../sending/sending-trouble";
import type { SignedOut } from "../sending/sent-form";
import { useSentForm } from "../sending/use-sent-form";
import { unsentMark } from "../leaving/unsent";
import { Field } from "../account/field";
import type { AccountField } from "../account/form-state";
import type { NamedRecord, ShownDoubt } from "../form/answer";

/** What came of asking for a schedule; `says` is of the whole, `errors` of its fields. */
export type ScheduleAnswer = SignedOut | ScheduleNotMade | null;

/** Why there is no schedule. */
export interface ScheduleNotMade {
  reason?: undefined;
  typed: Record<string, string>;
  says?: string;
  errors?: Record<string, string>;
  /** What is wrong with the record, and other records that stand in the way. */
  lines?: string[];
  records?: NamedRecord[];
  doubts?: (ShownDoubt & { key: string })[];
}

interface ScheduleFormProps {
  action: (last: ScheduleAnswer, form: FormData) => Promise<ScheduleAnswer>;
  fields: AccountField[];
  hidden: Record<string, string>;
  words: { submit: string; waiting: string; anyway: string };
}

/** When a record is to be published or taken down. Works without scripts. */
export function ScheduleForm({ action, fields, hidden, words }: ScheduleFormProps) {
  const { answer: last, post, trouble, isSending, onSubmit } = useSentForm(action, null);
  const answer = last?.reason ? null : last;
  const says = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer) says.current?.focus();
  }, [answer]);
  const doubts = answer?.doubts ?? [];
  return (
    <form
      action={post}
      onSubmit={onSubmit}
      {...((answer || trouble) && { [unsentMark]: "" })}
      className="max-w-md space-y-4"
      noValidate
    >
      <SendingNotice trouble={trouble} />
      {answer?.says && !trouble && (
        <section ref={says} role="alert" tabIndex={-1} className="notice notice-warn">
          <p>{answer.says}</p>
          <ul>
            {[...(answer.lines ?? []), ...doubts.map(({ message }) => message)].map((line) => (
              <li key={line}>{line}</li>
            ))}
            {answer.records?.map(({ href, title, kind }) => (
              <li key={`${title} ${href}`}>
                <RecordLink href={href}>{title}</RecordLink>, {kind}
              </li>
            ))}
          </ul>
        </section>
      )}
      {/* Which doubts were read: others that arise meanwhile are asked anew. */}
      <input type="hidden" name="confirmed" value={doubts.map(({ key }) => key).join(" ")} readOnly />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={answer?.typed[field.name] ?? field.value ?? ""}
          error={answer?.errors?.[field.name]}
        />
      ))}
      <button type="submit" aria-disabled={isSending || undefined} className="btn-main">
        {isSending ? words.waiting : doubts.length > 0 ? words.anyway : words.submit}
      </button>
    </form>
  );
}
