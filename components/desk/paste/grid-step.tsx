"use client";
import { useWords } from "../form/form-context";
import { mostCharacters } from "@/lib/domain/short-note";
import { DoneLines } from "./done-lines";
import { EveryLine } from "./every-line";
import { PasteLines } from "./paste-lines";
import type { PasteField, PasteGrid, PasteIntent, PasteReason } from "./paste-state";
import { Reason } from "./reason";
import { SourceOfAll } from "./source-of-all";

interface GridStepProps {
  grid: PasteGrid;
  says: string;
  reason: PasteReason | null;
  busy: PasteIntent | null;
  fields: PasteField[];
  isCited: boolean;
  canPublish: boolean;
}

/** The table as it is read: what holds for every line, the lines with their mistakes and doubts, and what to do with them. */
export function GridStep({ grid, says, reason, busy, fields, isCited, canPublish }: GridStepProps) {
  const word = useWords();
  const isDone = grid.lines.length === 0;
  const noted = firstNoted(grid);
  return (
    <>
      <Reason reason={reason} />
      <p id="paste-says" role="status" tabIndex={-1} className="notice">
        {isDone ? word("paste.allDone") : says}
      </p>
      {noted && (
        <p className="paste-cleaned">
          <a href={`#${noted}`}>{word("paste.first")}</a>
        </p>
      )}
      {grid.arranged?.map((sentence) => (
        <p key={sentence} className="paste-cleaned">
          {sentence}
        </p>
      ))}
      {grid.cleaned && <p className="paste-cleaned">{grid.cleaned}</p>}
      <input type="hidden" name="done" value={JSON.stringify(grid.done)} />
      {!isDone && (
        <>
          {isCited && <SourceOfAll source={grid.source} />}
          <EveryLine fields={fields} grid={grid} />
          <PasteLines fields={fields} grid={grid} />
          {canPublish && <NoteOfAll note={grid.changeNote} />}
          <div className="action-bar" role="region" aria-label={word("paste.actions")}>
            <div className="action-state">
              <span className="action-said" role="status">
                {busy ? word("paste.working") : word("paste.shortcut")}
              </span>
            </div>
            <div className="action-buttons">
              <Send intent="check" busy={busy} className="btn">
                {word("paste.check")}
              </Send>
              <Send intent="draft" busy={busy} className={canPublish ? "btn" : "btn-main"}>
                {word("paste.draft")}
              </Send>
              {canPublish && (
                <Send
                  intent={grid.asksDoubts ? "publish-confirmed" : "publish"}
                  busy={busy}
                  className="btn-main"
                >
                  {word(grid.asksDoubts ? "paste.publishConfirmed" : "paste.publish")}
                </Send>
              )}
            </div>
          </div>
        </>
      )}
      <DoneLines done={grid.done} />
    </>
  );
}

/** The id of the first mistake or doubt that stands at a line, so that it is found in a long table; null where there is none. */
function firstNoted({ lines }: PasteGrid): string | null {
  for (const { number, notes } of lines) {
    const first = notes.find(({ weight, isSaidAbove }) => weight !== "missing" && !isSaidAbove);
    if (first) return first.column === null ? `note-${number}` : `note-${number}-${first.column}`;
  }
  return null;
}

/** What changed, in one line for readers: said of every record that is published. */
function NoteOfAll({ note }: { note: string }) {
  const word = useWords();
  return (
    <div className="change-note">
      <label htmlFor="change-note" className="field-label">
        {word("changeNote.label")} <span className="text-muted">({word("optional")})</span>
      </label>
      <input
        id="change-note"
        name="changeNote"
        defaultValue={note}
        className="control"
        maxLength={mostCharacters.changeNote}
        aria-describedby="change-note-help"
      />
      <p id="change-note-help" className="field-help">
        {word("paste.changeNoteHelp")}
      </p>
    </div>
  );
}

interface SendProps {
  intent: PasteIntent;
  busy: PasteIntent | null;
  className: string;
  children: string;
}

function Send({ intent, busy, className, children }: SendProps) {
  return (
    <button name="_intent" value={intent} className={className} aria-disabled={busy !== null || undefined}>
      {children}
    </button>
  );
}
