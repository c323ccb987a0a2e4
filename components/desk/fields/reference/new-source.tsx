"use client";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { NewSource as Typed, ShownProblem } from "../../form/answer";
import { useForm, useWords } from "../../form/form-context";
import type { EntryChoice } from "../../form/form-spec";

interface NewSourceProps {
  id: string;
  title: string;
  onMade: (choice: EntryChoice) => void;
  onCancel: () => void;
}

const parts = ["title", "publisher", "date", "address"] as const;

/** A source made on the spot. Its inputs bear no names, so the form around it never sends them. */
export function NewSource({ id, title, onMade, onCancel }: NewSourceProps) {
  const word = useWords();
  const { makeSource, signInAgain, sourceFields } = useForm();
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  const [failure, setFailure] = useState("");
  const [isBusy, setBusy] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => frame.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    if (problems.length > 0) frame.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);

  async function make() {
    if (isBusy) return;
    const typed = Object.fromEntries(
      parts.map((part) => [
        part,
        frame.current?.querySelector<HTMLInputElement>(`[data-part=${part}]`)?.value ?? "",
      ]),
    ) as Typed;
    setBusy(true);
    setFailure("");
    try {
      const answer = await makeSource(typed);
      if (answer.ok) return onMade(answer.choice);
      if (answer.reason === "invalid") setProblems(answer.problems);
      else if (answer.reason === "signedOut") signInAgain(() => void make());
      else setFailure(word(answer.reason));
    } catch {
      setFailure(word("newSource.failed"));
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
      // What is typed here belongs to the source, not to the record around it.
      onInput={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    >
      <p id={`${id}-legend`} className="field-label">
        {word("newSource.title")}
      </p>
      <p className="field-help">{word("newSource.help")}</p>
      {parts.map((part) => (
        <Part
          key={part}
          id={`${id}-${part}`}
          part={part}
          spec={sourceFields.find((field) => field.key === part)}
          value={part === "title" ? title : ""}
          problem={problems.find((one) => one.path === part)?.message}
        />
      ))}
      <p className="field-problem" role="alert">
        {failure}
      </p>
      <div className="btn-row">
        <button type="button" className="btn" aria-disabled={isBusy || undefined} onClick={() => void make()}>
          {word("newSource.make")}
        </button>
        <button type="button" className="btn-quiet" onClick={onCancel}>
          {word("newSource.cancel")}
        </button>
      </div>
    </div>
  );
}

interface PartProps {
  id: string;
  part: (typeof parts)[number];
  spec: { label: string } | undefined;
  value: string;
  problem: string | undefined;
}

function Part({ id, part, spec, value, problem }: PartProps) {
  return (
    <div className={problem ? "field-frame field-frame-wrong" : "field-frame"}>
      <label htmlFor={id} className="field-label">
        {spec?.label ?? part}
      </label>
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      <input
        id={id}
        data-part={part}
        defaultValue={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        autoComplete="off"
        className={part === "date" ? "control control-date" : "control"}
      />
    </div>
  );
}
