"use client";
import type { ClipboardEvent } from "react";
import { useWords } from "../form/form-context";
import { cleanedWhenRead } from "../leaving/tell-of-cleaned";
import { Reason } from "./reason";
import type { PasteAnswer, PasteIntent, PasteReason } from "./paste-state";

interface TextStepProps {
  answer: Extract<PasteAnswer, { step: "text" }>;
  reason: PasteReason | null;
  busy: PasteIntent | null;
  send: (intent: PasteIntent, text?: string) => Promise<void>;
}

/** Longer markup is left: the plain text of the same table says as much, spans apart. */
const longestMarkup = 350_000;

/** Where a table is pasted. What is pasted into the empty field is read at once, as the page or spreadsheet has laid it out. */
export function TextStep({ answer, reason, busy, send }: TextStepProps) {
  const word = useWords();

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    if (event.currentTarget.value !== "") return;
    const [markup, text] = ["text/html", "text/plain"].map((type) => event.clipboardData.getData(type));
    const isTable = /<table[\s>]/i.test(markup ?? "") && (markup ?? "").length <= longestMarkup;
    // The field keeps the plain text, should the table not be read.
    if (isTable) void send("read", markup);
    else if (text && /[\t\n]/.test(text.trim())) void send("read", text);
  }

  return (
    <div className="paste-text">
      <Reason reason={reason} />
      <div className={answer.fault ? "field-frame field-frame-wrong" : "field-frame"}>
        <label htmlFor="paste-text" className="field-label">
          {word("paste.text")}
        </label>
        <p id="paste-help" className="field-help">
          {word("paste.textHelp")}
        </p>
        {answer.fault && (
          <p id="paste-says" tabIndex={-1} role="alert" className="field-problem">
            {answer.fault}
          </p>
        )}
        <textarea
          id="paste-text"
          name="text"
          rows={12}
          defaultValue={answer.text}
          autoFocus
          spellCheck={false}
          {...{ [cleanedWhenRead]: "" }}
          aria-describedby={answer.fault ? "paste-help paste-says" : "paste-help"}
          aria-invalid={answer.fault ? true : undefined}
          onPaste={onPaste}
          className="control font-mono"
        />
      </div>
      <button name="_intent" value="read" className="btn-main" aria-disabled={busy !== null || undefined}>
        {busy ? word("paste.working") : word("paste.read")}
      </button>
    </div>
  );
}
