"use client";
import { useActionState, useEffect, useRef } from "react";
import { RecordLink } from "../record-link";
import { Field } from "../account/field";
import type { AccountField } from "../account/form-state";
import type { NamedRecord, ShownDoubt } from "../form/answer";

/** What came of asking for a schedule; `says` is of the whole, `errors` of its fields. */
export type ScheduleAnswer = {
  typed: Record<string, string>;
  says?: string;
  errors?: Record<string, string>;
  /** What is wrong with the record, and other records that stand in the way. */
  lines?: string[];
  records?: NamedRecord[];
  doubts?: (ShownDoubt & { key: string })[];
} | null;

interface ScheduleFormProps {
  action: (last: ScheduleAnswer, form: FormData) => Promise<ScheduleAnswer>;
  fields: AccountField[];
  hidden: Record<string, string>;
  words: { submit: string; waiting: string; anyway: string };
}

/** When a record is to be published or taken down. Works without scripts. */
export function ScheduleForm({ action, fields, hidden, words }: ScheduleFormProps) {
  const [answer, send, isSending] = useActionState(action, null);
  const says = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer) says.current?.focus();
  }, [answer]);
  const doubts = answer?.doubts ?? [];
  return (
    <form
      action={send}
      onSubmit={(event) => isSending && event.preventDefault()}
      className="max-w-md space-y-4"
      noValidate
    >
      {answer?.says && (
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
