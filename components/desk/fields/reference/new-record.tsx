"use client";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { MakeAnswer, ShownProblem } from "../../form/answer";
import { type NewRecordField, useForm, usePending, useWords } from "../../form/form-context";
import type { EntryChoice } from "../../form/form-spec";

interface NewRecordProps {
  id: string;
  /** Its fields, the first of which begins with what was typed already. */
  parts: readonly NewRecordField[];
  typed: string;
  /** Where its words stand among those of forms. */
  words: string;
  /** Said below its title, besides its own words. */
  note?: string | undefined;
  /** Is given what was typed by the key of its field. */
  make: (typedIn: (key: string) => string) => Promise<MakeAnswer>;
  onMade: (choice: EntryChoice) => void;
  onCancel: () => void;
}

/** A record made on the spot. Its inputs bear no names, so the form around it never sends them. */
export function NewRecord(props: NewRecordProps) {
  const { id, parts, words, note, onMade, onCancel } = props;
  const word = useWords();
  const { signInAgain } = useForm();
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  const [failure, setFailure] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isTyped, setTyped] = useState(props.typed !== "");
  const frame = useRef<HTMLDivElement>(null);
  // A pasted web address is not the title of what stands there.
  const isAddress = /^(?:https?:\/\/|www\.)\S+$/i.test(props.typed);
  const begunIn = isAddress && parts.some(({ key }) => key === "address") ? "address" : parts[0]?.key;
  usePending(id, isTyped);

  useEffect(() => frame.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (problems.length > 0) frame.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);

  async function make() {
    if (isBusy) return;
    const typedIn = (key: string) =>
      frame.current?.querySelector<HTMLInputElement>(`[data-part=${key}]`)?.value ?? "";
    setBusy(true);
    setFailure("");
    try {
      const answer = await props.make(typedIn);
      if (answer.ok) return onMade(answer.choice);
      if (answer.reason === "invalid") setProblems(answer.problems);
      else if (answer.reason === "signedOut") signInAgain(() => void make());
      else setFailure(word(answer.reason));
    } catch {
      setFailure(word(`${words}.failed`));
    } finally {
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      void make();
    }
    if (event.key === "Escape") onCancel();
  }

  return (
    <div
      ref={frame}
      role="group"
      aria-labelledby={`${id}-legend`}
      className="new-source"
      // What is typed here belongs to the new record, not to the record around it.
      onInput={(event) => {
        event.stopPropagation();
        const inputs = [...event.currentTarget.querySelectorAll("input")];
        setTyped(inputs.some(({ value }) => value.trim() !== ""));
      }}
      onKeyDown={onKeyDown}
    >
      <p id={`${id}-legend`} className="field-label">
        {word(`${words}.title`)}
      </p>
      <p className="field-help">{[word(`${words}.help`), note].filter(Boolean).join(" ")}</p>
      {parts.map((part) => (
        <Part
          key={part.key}
          id={`${id}-${part.key}`}
          part={part}
          value={part.key === begunIn ? props.typed : ""}
          problem={problems.find((one) => one.path === part.key)?.message}
        />
      ))}
      <p className="field-problem" role="alert">
        {failure}
      </p>
      <div className="btn-row">
        <button type="button" className="btn" aria-disabled={isBusy || undefined} onClick={() => void make()}>
          {word(`${words}.make`)}
        </button>
        <button type="button" className="btn-quiet" onClick={onCancel}>
          {word(`${words}.cancel`)}
        </button>
      </div>
    </div>
  );
}

interface PartProps {
  id: string;
  part: NewRecordField;
  value: string;
  problem: string | undefined;
}

function Part({ id, part, value, problem }: PartProps) {
  const describedBy = [part.help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className={problem ? "field-frame field-frame-wrong" : "field-frame"}>
      <label htmlFor={id} className="field-label">
        {part.label}
      </label>
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      <input
        id={id}
        data-part={part.key}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy || undefined}
        autoComplete="off"
        className={part.key === "date" ? "control control-date" : "control"}
      />
      {part.help && (
        <p id={`${id}-help`} className="field-help">
          {part.help}
        </p>
      )}
    </div>
  );
}
