"use client";
import { useRef, useState } from "react";
import { differences, likelySides, mergeTyped, rowsOnlyOf, type Side } from "@/lib/domain/compare";
import type { Typed } from "@/lib/domain/fields/typed";
import { fieldOf } from "@/lib/domain/paths";
import type { WriteRefusal } from "./answer";
import { describeTyped } from "../fields/parts";
import { describingIn } from "../fields/value-names";
import { useForm, useWords } from "./form-context";
import { controlId, labelAt } from "./form-paths";
import type { FormSpec } from "./form-spec";

interface ConflictProps {
  refusal: Extract<WriteRefusal, { reason: "stale" }>;
  spec: FormSpec;
  mine: Typed;
  /** What both began with, undefined where that is not known. */
  base: Typed | undefined;
  /** Fills the form with what was chosen and, where asked, saves it over the version it was compared with. */
  onSettle: (typed: Typed, andSave: boolean) => void;
}

/** Another person saved first: theirs and mine side by side, field by field and row by row, with the choice of which to keep. */
export function Conflict({ refusal, spec, mine, base, onSettle }: ConflictProps) {
  const word = useWords();
  const { countries, known, readings } = useForm();
  const differing = differences(mine, refusal.theirs, base);
  // Numbers are those of the form once it holds the rows of both, so that no two rows have the same.
  const numbered = mergeTyped(mine, refusal.theirs, rowsOnlyOf("theirs", differing));
  const [keep, setKeep] = useState<Record<string, Side>>(() => likelySides(differing));
  const [isAsked, setAsked] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const found = new Map(refusal.known.map((choice) => [choice.id, choice]));
  const wording = {
    countries,
    titleOf: (id: string) => (known.get(id) ?? found.get(id))?.title ?? word("unknownRecord"),
    readingOf: (date: string) => readings[date] ?? date,
    goneRow: word("supports.goneRow"),
  };
  const describing = {
    mine: describingIn(spec.fields, mine, wording),
    theirs: describingIn(spec.fields, refusal.theirs, wording),
  };
  /** Whether something still needs a choice: a button pressed in passing drops no change. */
  const specAt = (path: string) => spec.fields.find(({ key }) => key === fieldOf(path));
  const isOpen = (path: string) => keep[path] === undefined && specAt(path) !== undefined;
  function settle(andSave: boolean) {
    const open = differing.find(({ path }) => isOpen(path));
    if (!open) return onSettle(mergeTyped(mine, refusal.theirs, keep), andSave);
    setAsked(true);
    const first = frame.current?.querySelector<HTMLElement>(`input[name="_keep.${open.path}"]`);
    first?.focus();
    first?.scrollIntoView({ block: "center" });
  }
  const whose = { me: word("stale.onlyMe"), them: word("stale.onlyThem"), both: word("stale.both") };

  return (
    <section ref={frame} className="notice notice-warn conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1}>
        {word("stale.title", { name: refusal.by })}
      </h2>
      <p>{word("stale.when", { at: refusal.at })}</p>
      {differing.length === 0 ? (
        <p>{word("stale.same")}</p>
      ) : (
        <div className="conflict-fields">
          {differing.map(({ path, what, changedBy, ...sides }) => {
            const own = specAt(path);
            if (!own) return null;
            const problem = isAsked && isOpen(path) ? `conflict-${controlId(path)}` : undefined;
            const label = labelAt(spec.fields, path, numbered);
            return (
              <fieldset key={`${what} ${path}`} className="conflict-field" aria-describedby={problem}>
                <legend>
                  {what === "order" ? word("stale.order", { field: label }) : label}{" "}
                  <span className="field-optional">({whose[changedBy]})</span>
                </legend>
                {problem && (
                  <p id={problem} className="field-problem">
                    {word("stale.choose")}
                  </p>
                )}
                {(["theirs", "mine"] as const).map((side) => (
                  <label key={side} className="conflict-side">
                    <input
                      type="radio"
                      // Radios need a name to be one group; the desk leaves out names that begin like this.
                      name={`_keep.${path}`}
                      value={side}
                      checked={keep[path] === side}
                      onChange={() => setKeep((was) => ({ ...was, [path]: side }))}
                    />
                    <span>
                      <b>
                        {side === "mine" ? word("stale.mine") : word("stale.theirs", { name: refusal.by })}
                      </b>
                      <Lines lines={describeTyped(own, sides[side], describing[side])} />
                    </span>
                  </label>
                ))}
              </fieldset>
            );
          })}
        </div>
      )}
      <div className="btn-row">
        <button type="button" className="btn-main" onClick={() => settle(true)}>
          {word("stale.save")}
        </button>
        <button type="button" className="btn" onClick={() => settle(false)}>
          {word("stale.fill")}
        </button>
      </div>
      <noscript>
        <button className="btn" name="_over" value={refusal.version}>
          {word("stale.over")}
        </button>
      </noscript>
    </section>
  );
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return <span className="conflict-empty">—</span>;
  return lines.map((line, index) => <span key={index}>{line}</span>);
}
