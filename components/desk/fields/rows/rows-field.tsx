"use client";
import { useEffect, useRef, useState } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { below } from "@/lib/domain/paths";
import { isRowId, newRowId } from "@/lib/domain/row-id";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { controlId } from "../../form/form-paths";
import { Field } from "../field";
import type { RowsInputProps } from "../input-props";
import { RowTools } from "./row-tools";
import { useKeyedList } from "../use-keyed-list";
import { capital } from "../words";
import { RowPlace } from "./row-place";

/** Repeatable rows: added, removed and moved by keyboard as well, with the focus led to where the work goes on. */
export function RowsField({ spec, path, value }: RowsInputProps<"rows">) {
  const word = useWords();
  const { touched, settle, spareRows } = useForm();
  const problem = useProblem(path);
  const rows = useKeyedList<Typed>(value, rowIdOf);
  const [said, setSaid] = useState("");
  const focusNext = useRef<string | null>(null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const id = controlId(path);
  const nameOf = (index: number) => word("row", { one: capital(spec.one), number: index + 1 });

  useEffect(() => {
    if (!focusNext.current) return;
    frame.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });

  function changed(announcement: string, focus: string) {
    focusNext.current = focus;
    setSaid(announcement);
    settle(path);
    touched();
  }

  function add() {
    const key = newRowId();
    rows.add({ id: key });
    const first = ":is(input, select, textarea):not([type=hidden])";
    changed(word("rowAdded", { row: nameOf(rows.list.length) }), `[data-row="${key}"] ${first}`);
  }

  function remove(index: number, key: string) {
    rows.remove(key);
    const neighbour = rows.list[index + 1] ?? rows.list[index - 1];
    const focus = neighbour ? `[data-row="${neighbour.key}"] [data-tool=remove]` : "[data-tool=add]";
    changed(word("rowRemoved", { row: nameOf(index) }), focus);
  }

  function move(index: number, key: string, by: -1 | 1) {
    rows.move(index, by);
    const isAtEnd = index + by === 0 || index + by === rows.list.length - 1;
    // At either end the button just used is off: the other one goes on.
    const tool = isAtEnd ? (by < 0 ? "down" : "up") : by < 0 ? "up" : "down";
    changed(
      word("rowMoved", { row: nameOf(index), number: index + by + 1 }),
      `[data-row="${key}"] [data-tool=${tool}]`,
    );
  }

  return (
    <fieldset
      ref={frame}
      id={id}
      tabIndex={-1}
      className="rows"
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend className="field-label">{spec.label}</legend>
      {spec.help && <p className="field-help">{spec.help}</p>}
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      {rows.list.map(({ key, item }, index) => (
        <div key={key} data-row={key} className="row" role="group" aria-label={nameOf(index)}>
          <RowTools
            name={nameOf(index)}
            isFirst={index === 0}
            isLast={index === rows.list.length - 1}
            onMove={(by) => move(index, key, by)}
            onRemove={() => remove(index, key)}
          />
          <div className="row-fields">
            <RowPlace value={{ field: path, index }}>
              {spec.of.map((field) => (
                <Field
                  key={field.key}
                  spec={field}
                  path={below(path, key, field.key)}
                  value={item[field.key]}
                />
              ))}
            </RowPlace>
          </div>
        </div>
      ))}
      {/* Without scripts there is always one more row to fill; an empty one is left out when it is saved. */}
      <noscript>
        <div className="row row-fields">
          {spec.of.map((field) => (
            <Field
              key={field.key}
              spec={field}
              path={below(path, spareRows[spec.key] ?? "", field.key)}
              value={undefined}
            />
          ))}
        </div>
      </noscript>
      <button type="button" className="btn" data-tool="add" onClick={add}>
        {word("addRow", { one: spec.one })}
      </button>
      <span className="sr-only" role="status">
        {said}
      </span>
    </fieldset>
  );
}

/** The id with which a row came; the page gives one to each. */
function rowIdOf({ id }: Typed): string {
  return typeof id === "string" && isRowId(id) ? id : newRowId();
}
