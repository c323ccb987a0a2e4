"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Typed, typedRows } from "@/lib/domain/fields/typed";
import { below, fieldOf } from "@/lib/domain/paths";
import { readRecordForm } from "@/lib/domain/record-form";
import { isRowId, newRowId } from "@/lib/domain/row-id";
import { CitedAt } from "../../form/cited-at";
import { DoubtsAt, useDoubtsAt } from "../../form/doubts-at";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { WithoutScripts } from "../../form/without-scripts";
import { controlId } from "../../form/form-paths";
import { drawnOf } from "../drawn";
import { Field } from "../field";
import { helpOfRows, HelpProvider } from "../help";
import type { RowsInputProps } from "../input-props";
import { Optional } from "../optional";
import { useKeyedList } from "../use-keyed-list";
import { capital } from "../words";
import { FoldedRows } from "./folded-rows";
import { Row } from "./row";
import { RowFields } from "./row-fields";
import type { RowTool } from "./row-tools";
import { RowsHelp } from "./rows-help";
import { runsOf } from "./runs-of";
import { useOpenRows } from "./use-open-rows";

/** Repeatable rows: added, removed and moved by keyboard as well, with the focus led to where the work goes on. */
export function RowsField({ spec, path, value }: RowsInputProps<"rows">) {
  const word = useWords();
  const { touched, settle } = useForm();
  const problem = useProblem(path);
  const doubts = useDoubtsAt(path);
  const rows = useKeyedList<Typed>(value, rowIdOf);
  const opened = useOpenRows(path, value.length, drawnOf(spec.of).length);
  const [said, setSaid] = useState("");
  const [removed, setRemoved] = useState<{ index: number; row: Typed; name: string } | null>(null);
  const focusNext = useRef<string | null>(null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const id = controlId(path);
  const helps = useMemo(() => helpOfRows(spec.of, word, id), [spec.of, word, id]);
  const nameOf = (index: number) => word("row", { one: capital(spec.one), number: index + 1 });
  const count = rows.list.length;
  const isFull = count >= spec.max;

  useEffect(() => {
    if (!focusNext.current) return;
    const next = frame.current?.querySelector<HTMLElement>(focusNext.current);
    (next ?? frame.current?.querySelector<HTMLElement>("[data-tool=add]"))?.focus();
    focusNext.current = null;
  });

  function changed(announcement: string, focus: string) {
    focusNext.current = focus;
    setSaid(announcement);
    settle(path);
    touched();
  }

  function add() {
    if (isFull) return;
    const key = newRowId();
    rows.add({ id: key });
    opened.open(key);
    changed(word("rowAdded", { row: nameOf(count) }), firstControlOf(key));
  }

  function remove(index: number, key: string) {
    const row = rowNow(frame.current, spec, path, key) ?? rows.list[index]?.item;
    setRemoved(row ? { index, row: { ...row, id: key }, name: nameOf(index) } : null);
    rows.remove(key);
    const neighbour = rows.list[index + 1] ?? rows.list[index - 1];
    const focus = neighbour ? `[data-row="${neighbour.key}"] [data-tool=remove]` : "[data-tool=add]";
    changed(word("rowRemoved", { row: nameOf(index) }), focus);
  }

  function undo() {
    if (!removed) return;
    const { row, index, name } = removed;
    const key = rowIdOf(row);
    rows.insert(Math.min(index, count), { ...row, id: key });
    opened.open(key);
    setRemoved(null);
    changed(word("rowBack", { row: name }), firstControlOf(key));
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

  function use(key: string, tool: RowTool) {
    const index = rows.list.findIndex((one) => one.key === key);
    if (tool === "remove") remove(index, key);
    else if (tool === "up" || tool === "down") move(index, key, tool === "up" ? -1 : 1);
    else if (tool === "fold") {
      focusNext.current = `[data-row="${key}"] [data-tool=open]`;
      opened.fold(key, rowNow(frame.current, spec, path, key) ?? {});
    } else {
      focusNext.current = firstControlOf(key);
      opened.open(key);
    }
  }
  const latestUse = useRef(use);
  useEffect(() => {
    latestUse.current = use;
  });
  const onTool = useCallback((key: string, tool: RowTool) => latestUse.current(key, tool), []);

  return (
    <fieldset
      ref={frame}
      id={id}
      tabIndex={-1}
      className="rows"
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend className="field-label">
        {spec.label}
        {spec.optional && <Optional />}
      </legend>
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      {spec.help && <p className="field-help">{spec.help}</p>}
      {count > 0 && <RowsHelp helps={helps.above} />}
      <CitedAt path={path} />
      <DoubtsAt path={path} doubts={doubts} />
      {opened.isFolded && (
        <WithoutScripts>
          <a href="?rows=open">{word("openRows")}</a>
        </WithoutScripts>
      )}
      <HelpProvider value={helps.within}>
        {runsOf(rows.list, opened.isOpen).map((run) => {
          const [{ key, item, index }] = run.rows;
          const common = { spec, path, onTool };
          if (run.isOpen)
            return (
              <Row
                {...common}
                key={key}
                id={key}
                item={item}
                index={index}
                isLast={index === count - 1}
                folded={opened.foldedAs(key)}
                name={nameOf(index)}
              />
            );
          return (
            <FoldedRows
              {...common}
              key={`from ${key}`}
              rows={run.rows}
              count={count}
              shown={opened.shown}
              nameOf={nameOf}
              onShow={(first) => {
                focusNext.current = `[data-row="${first.key}"] [data-tool=open]`;
                opened.show(first.index);
              }}
            />
          );
        })}
      </HelpProvider>
      <SpareRow spec={spec} path={path} />
      {isFull && <p className="field-after">{word("full", { max: spec.max })}</p>}
      <button type="button" className="btn" data-tool="add" aria-disabled={isFull || undefined} onClick={add}>
        {word("addRow", { one: spec.one })}
      </button>
      {removed && (
        <button type="button" className="btn-quiet" data-tool="undo" onClick={undo}>
          {word("rowUndo", { row: removed.name })}
        </button>
      )}
      <span className="sr-only" role="status">
        {said}
      </span>
    </fieldset>
  );
}

/** Without scripts there is always one more row to fill; an empty one is left out when it is saved. */
function SpareRow({ spec, path }: Pick<RowsInputProps<"rows">, "spec" | "path">) {
  const { spareRows } = useForm();
  return (
    <WithoutScripts>
      <HelpProvider value={null}>
        <div className="row">
          <RowFields
            of={spec.of}
            draw={(field) => (
              <Field
                spec={field}
                path={below(path, spareRows[spec.key] ?? "", field.key)}
                value={undefined}
              />
            )}
          />
        </div>
      </HelpProvider>
    </WithoutScripts>
  );
}

const firstControlOf = (key: string) =>
  `[data-row="${key}"] .row-fields :is(input, select, textarea, button):not([type=hidden], .comment-mark)`;

/** A row as the form has it, with what was typed in it since it was drawn. */
function rowNow(
  frame: HTMLElement | null,
  spec: RowsInputProps<"rows">["spec"],
  path: string,
  key: string,
): Typed | undefined {
  const form = frame?.closest("form");
  if (!form) return undefined;
  const own = [...new FormData(form).entries()].filter(([name]) => fieldOf(name) === path);
  const typed = readRecordForm([spec], own, { unknown: "skip", emptyRows: "keep" });
  return typedRows(typed[path]).find(({ id }) => id === key);
}

/** The id with which a row came; the page gives one to each. */
function rowIdOf({ id }: Typed): string {
  return typeof id === "string" && isRowId(id) ? id : newRowId();
}
