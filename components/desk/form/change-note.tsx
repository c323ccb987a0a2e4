"use client";
/** What is said with a publication, one line for readers beside the change; or with a submission, for its editors. */
import { useEffect, useRef } from "react";
import { type Intent, moveOf } from "@/lib/domain/lifecycle";
import { mostCharacters } from "@/lib/domain/short-note";
import { useWords } from "./form-context";

const noteName = "_note";

/** Whether a form that is sent with this intent says what is noted in it; a save leaves it unsaid. */
export function saysNote(intent: Intent): boolean {
  return moveOf[intent] === "publish" || intent === "submit";
}

/** Whether something is noted in the form. */
export function holdsNote(form: HTMLFormElement | null): boolean {
  const input = form?.elements.namedItem(noteName);
  return input instanceof HTMLInputElement && input.value.trim() !== "";
}

interface ChangeNoteProps {
  /** Another value after each time that it was said: what was said with one publication is not said of the next. */
  said: unknown;
  readBy: "readers" | "editors";
  /** Whether something is noted has changed. */
  onTyped: (isNoted: boolean) => void;
}

/** The input. */
export function ChangeNote({ said, readBy, onTyped }: ChangeNoteProps) {
  const word = useWords();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!said || !input.current) return;
    input.current.value = "";
    onTyped(false);
  }, [said, onTyped]);
  return (
    // It is no part of the record: typing here changes nothing that could be saved.
    <div
      className="change-note"
      onInput={(event) => {
        event.stopPropagation();
        onTyped(input.current?.value.trim() !== "");
      }}
    >
      <label htmlFor="change-note" className="field-label">
        {word(readBy === "readers" ? "changeNote.label" : "reviewNote.label")}{" "}
        <span className="text-muted">({word("optional")})</span>
      </label>
      <input
        ref={input}
        id="change-note"
        name={noteName}
        className="control"
        maxLength={mostCharacters.changeNote}
        aria-describedby="change-note-help"
      />
      <p id="change-note-help" className="field-help">
        {word(readBy === "readers" ? "changeNote.help" : "reviewNote.help")}
      </p>
    </div>
  );
}
