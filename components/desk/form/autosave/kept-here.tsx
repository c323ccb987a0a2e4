"use client";
import { differences } from "@/lib/domain/compare";
import type { Typed } from "@/lib/domain/fields/typed";
import { mergeRecords } from "@/lib/domain/merge";
import { fieldOf } from "@/lib/domain/paths";
import { describeTyped } from "../../fields/parts";
import { useFormWording } from "../../fields/use-form-wording";
import { describingIn } from "../../fields/value-names";
import { useWords } from "../form-context";
import { labelAt } from "../form-paths";
import type { FieldSpec } from "../form-spec";
import type { LocalCopy } from "./local-copy";

interface KeptHereProps {
  copy: LocalCopy;
  fields: readonly FieldSpec[];
  /** What the form says at the moment. */
  read: () => Typed;
  /** Puts what was typed back into the form, with what changed in the record since. */
  onTake: (typed: Typed, taken: string[]) => void;
  onForget: () => void;
}

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** What this browser keeps of a form and the server never got: beside what stands, to be put back or thrown away. */
export function KeptHere({ copy, fields, read, onTake, onForget }: KeptHereProps) {
  const word = useWords();
  const wording = useFormWording();
  const typed = read();
  const merged = putTogether(copy, typed);
  const differing = differences(merged, typed).flatMap((one) => {
    const field = fields.find(({ key }) => key === fieldOf(one.path));
    return field ? [{ ...one, field }] : [];
  });

  function take() {
    // The editor may have typed on since this was drawn.
    const now = read();
    const taken = putTogether(copy, now);
    onTake(taken, [...new Set(differences(taken, now).map(({ path }) => fieldOf(path)))]);
  }

  const kept = describingIn(fields, merged, wording);
  const stands = describingIn(fields, typed, wording);
  return (
    <section className="notice notice-warn conflict" role="alert" aria-labelledby="kept-here">
      <h2 id="kept-here">{word("keptHere.title", { at: moment.format(copy.at) })}</h2>
      <p>{word("keptHere.help")}</p>
      <table className="kept-here">
        <thead>
          <tr>
            <th scope="col">{word("keptHere.field")}</th>
            <th scope="col">{word("keptHere.kept")}</th>
            <th scope="col">{word("keptHere.stands")}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ path, what, field, mine, theirs }) => (
            <tr key={`${what} ${path}`}>
              <th scope="row">{labelAt(fields, path, merged)}</th>
              <td>{describeTyped(field, mine, kept).join(" ") || "—"}</td>
              <td>{describeTyped(field, theirs, stands).join(" ") || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="btn-row">
        <button type="button" className="btn-main" onClick={take}>
          {word("keptHere.take")}
        </button>
        <button type="button" className="btn" onClick={onForget}>
          {word("keptHere.forget")}
        </button>
      </div>
    </section>
  );
}

/** What the form says with what is kept here; of what both changed, that which was typed here is what might be lost. */
function putTogether(copy: LocalCopy, typed: Typed): Typed {
  return mergeRecords(copy.base, copy.typed, typed).typed;
}
