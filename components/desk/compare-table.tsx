import type { WordChange } from "@/lib/domain/word-changes";
import type { ComparedLine } from "./compared-lines";
import { TextLines } from "./record-view";
import { restoreFormId } from "./restore-form";

export interface CompareWords {
  field: string;
  then: string;
  now: string;
  empty: string;
  noRow: string;
  /** Stands before the name of a field whose rows stand in another order. */
  orderOf: (field: string) => string;
  /** What ticking a place is called. */
  take: (label: string) => string;
}

interface CompareTableProps {
  lines: readonly ComparedLine[];
  words: CompareWords;
  /** Whether places can be ticked, to be restored. */
  canTick: boolean;
}

/** The places in which two versions differ, with the words marked that went and that came. */
export function CompareTable({ lines, words, canTick }: CompareTableProps) {
  return (
    <div className="table-frame">
      <table className="desk-table compare cards">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.then}</th>
            <th scope="col">{words.now}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const label = line.what === "order" ? words.orderOf(line.label) : line.label;
            return (
              <tr key={`${line.what} ${line.path}`}>
                <th scope="row">
                  {canTick ? (
                    <label className="compare-tick">
                      <input
                        type="checkbox"
                        name="path"
                        value={line.path}
                        form={restoreFormId}
                        aria-label={words.take(label)}
                      />
                      {label}
                    </label>
                  ) : (
                    label
                  )}
                </th>
                {(["then", "now"] as const).map((side) => (
                  <td key={side} data-label={words[side]}>
                    {line.words ? (
                      <Marked words={line.words} side={side} />
                    ) : (
                      <TextLines lines={line[side]} empty={line.what === "row" ? words.noRow : words.empty} />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** One of two texts, with what only it says marked. */
function Marked({ words, side }: { words: readonly WordChange[]; side: "then" | "now" }) {
  const Mark = side === "then" ? "del" : "ins";
  return (
    <span className="compare-text">
      {words.map(({ text, in: of }, index) =>
        of === "both" ? text : of === side && <Mark key={index}>{text}</Mark>,
      )}
    </span>
  );
}
