"use client";
/** What is said with a publication, one line for readers beside the change; or with a submission, for its editors. */
import { useEffect, useRef } from "react";
import { mostCharacters } from "@/lib/domain/short-note";
import { useWords } from "./form-context";

/** The input. `published` is another value after each publication: what was said with one is not said of the next. */
export function ChangeNote({ published, readBy }: { published: unknown; readBy: "readers" | "editors" }) {
  const word = useWords();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (published && input.current) input.current.value = "";
  }, [published]);
  return (
    // It is no part of the record: typing here changes nothing that could be saved.
    <div className="change-note" onInput={(event) => event.stopPropagation()}>
      <label htmlFor="change-note" className="field-label">
        {word(readBy === "readers" ? "changeNote.label" : "reviewNote.label")}{" "}
        <span className="text-muted">({word("optional")})</span>
      </label>
      <input
        ref={input}
        id="change-note"
        name="_note"
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
