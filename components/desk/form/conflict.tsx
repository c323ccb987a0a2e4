"use client";
import { useRef, useState } from "react";
import { type Difference, mergeTyped, rowsOnlyOf, type Side } from "@/lib/domain/compare";
import type { Typed } from "@/lib/domain/fields/typed";
import type { Intent } from "@/lib/domain/lifecycle";
import { moveOf } from "@/lib/domain/lifecycle";
import { fieldOf } from "@/lib/domain/paths";
import { type Describing, describeTyped } from "../fields/parts";
import { describingIn } from "../fields/value-names";
import { useForm, useWords } from "./form-context";
import { controlId, labelAt } from "./form-paths";
import type { FieldSpec, FormSpec } from "./form-spec";
import { useWhatHappened } from "./record-changed";
import type { Asked, Settled } from "./use-conflict";

interface ConflictProps {
  asked: Asked;
  spec: FormSpec;
  /** What the button asked for that met it. */
  intent: Intent;
  /** Fills the form with what was chosen and, where asked, goes on with what the button asked for. */
  onSettle: (settled: Settled, andGoOn: boolean) => void;
}

/** Another person changed the record first: what both changed, each in another way, with the choice of which to keep. */
export function Conflict({ asked, spec, intent, onSettle }: ConflictProps) {
  const word = useWords();
  const { stale } = asked;
  const [merged, setMerged] = useState(asked.merged);
  const [keep, setKeep] = useState<Record<string, Side>>({});
  const [isAsked, setAsked] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const title = useWhatHappened(stale);
  const specAt = (path: string) => spec.fields.find(({ key }) => key === fieldOf(path));
  const shown = merged.clashes.flatMap((one) => {
    const field = specAt(one.path);
    return field ? [{ ...one, field }] : [];
  });

  function settle(andGoOn: boolean) {
    const now = asked.again();
    setMerged(now);
    // A button pressed in passing drops no change.
    const open = now.clashes.find(({ path }) => keep[path] === undefined && specAt(path) !== undefined);
    if (!open) {
      const typed = mergeTyped(now.typed, stale.theirs, keep);
      const chosen = Object.keys(keep).filter((path) => keep[path] === "theirs");
      return onSettle({ stale, typed, taken: [...new Set([...now.taken, ...chosen.map(fieldOf)])] }, andGoOn);
    }
    setAsked(true);
    const first = frame.current?.querySelector<HTMLElement>(`input[name="_keep.${open.path}"]`);
    first?.focus();
    first?.scrollIntoView({ block: "center" });
  }

  return (
    <section ref={frame} className="notice notice-warn conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1}>
        {title}
      </h2>
      <p>{word(shown.length === 0 ? "stale.same" : "stale.when", { at: stale.at })}</p>
      {merged.taken.length > 0 && (
        <p>
          {word("stale.taken", {
            fields: merged.taken.map((key) => labelAt(spec.fields, key, merged.typed)).join(", "),
          })}
        </p>
      )}
      <Clashes
        clashes={shown}
        spec={spec}
        stale={stale}
        mine={merged.typed}
        keep={keep}
        isAsked={isAsked}
        onKeep={(path, side) => setKeep((was) => ({ ...was, [path]: side }))}
      />
      <div className="btn-row">
        <button type="button" className="btn-main" onClick={() => settle(true)}>
          {word(moveOf[intent] === "publish" ? "stale.publish" : "stale.save")}
        </button>
        <button type="button" className="btn" onClick={() => settle(false)}>
          {word("stale.fill")}
        </button>
      </div>
      <noscript>
        <button className="btn" name="_over" value={stale.version}>
          {word("stale.over")}
        </button>
      </noscript>
    </section>
  );
}

interface ClashesProps {
  clashes: (Difference & { field: FieldSpec })[];
  spec: FormSpec;
  stale: Asked["stale"];
  mine: Typed;
  keep: Readonly<Record<string, Side>>;
  /** Whether what is not chosen yet is marked. */
  isAsked: boolean;
  onKeep: (path: string, side: Side) => void;
}

function Clashes({ clashes, spec, stale, mine, keep, isAsked, onKeep }: ClashesProps) {
  const word = useWords();
  const { countries, known, readings } = useForm();
  if (clashes.length === 0) return null;
  // Numbers are those of the form once it holds the rows of both, so that no two rows have the same.
  const numbered = mergeTyped(mine, stale.theirs, rowsOnlyOf("theirs", clashes));
  const found = new Map(stale.known.map((choice) => [choice.id, choice]));
  const wording = {
    countries,
    titleOf: (id: string) => (known.get(id) ?? found.get(id))?.title ?? word("unknownRecord"),
    readingOf: (date: string) => readings[date] ?? date,
    goneRow: word("supports.goneRow"),
  };
  const describing: Record<Side, Describing> = {
    mine: describingIn(spec.fields, mine, wording),
    theirs: describingIn(spec.fields, stale.theirs, wording),
  };
  const whose = {
    mine: word("stale.mine"),
    theirs: stale.isOwn ? word("stale.elsewhere") : word("stale.theirs", { name: stale.by }),
  };
  return (
    <div className="conflict-fields">
      {clashes.map(({ path, what, field, ...sides }) => {
        const problem = isAsked && keep[path] === undefined ? `conflict-${controlId(path)}` : undefined;
        const label = labelAt(spec.fields, path, numbered);
        return (
          <fieldset key={`${what} ${path}`} className="conflict-field" aria-describedby={problem}>
            <legend>{what === "order" ? word("stale.order", { field: label }) : label}</legend>
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
                  onChange={() => onKeep(path, side)}
                />
                <span>
                  <b>{whose[side]}</b>
                  <Lines lines={describeTyped(field, sides[side], describing[side])} />
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return <span className="conflict-empty">—</span>;
  return lines.map((line, index) => <span key={index}>{line}</span>);
}
