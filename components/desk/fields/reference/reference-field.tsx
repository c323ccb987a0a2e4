"use client";
import { useEffect, useRef, useState } from "react";
import { useForm, usePending, useProblem, useWords } from "../../form/form-context";
import { controlId } from "../../form/form-paths";
import type { EntryChoice } from "../../form/form-spec";
import { ChosenEntry } from "./chosen-entry";
import { EntryCombobox } from "./entry-combobox";
import { FieldFrame } from "../field-frame";
import type { ListInputProps, TextInputProps } from "../input-props";
import { NewRecord } from "./new-record";
import { RowTools } from "../rows/row-tools";
import { useKeyedList } from "../use-keyed-list";

/** Another record, found by typing. A source can be made on the spot. */
export function ReferenceField({ spec, path, value }: TextInputProps<"reference">) {
  const word = useWords();
  const { known, dossierId, recordId, touched, BesideReference, sourceFields, makeSource } = useForm();
  const [chosen, setChosen] = useState(value);
  const [making, setMaking] = useState<string | null>(null);
  const [sought, setSought] = useState("");
  usePending(path, !chosen && making === null && sought.trim() !== "");
  const frame = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);

  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    frame.current?.querySelector<HTMLElement>("[role=combobox], [data-tool=change]")?.focus();
  });

  function choose(id: string) {
    setChosen(id);
    setSought("");
    setMaking(null);
    focusNext.current = true;
    touched();
  }

  const take = (choice: EntryChoice) => {
    known.set(choice.id, choice);
    choose(choice.id);
  };

  return (
    <div ref={frame}>
      <FieldFrame spec={spec} path={path}>
        {(control) => (
          <>
            <input type="hidden" name={path} value={chosen} />
            {chosen ? (
              <ChosenEntry id={chosen} toPath={spec.toPath}>
                <button
                  {...control}
                  type="button"
                  data-tool="change"
                  className="btn-quiet"
                  onClick={() => choose("")}
                >
                  {word("change")}
                </button>
              </ChosenEntry>
            ) : making !== null ? null : (
              <>
                <EntryCombobox
                  control={control}
                  label={spec.label}
                  toPath={spec.toPath}
                  within={{ dossierId, askedBy: recordId }}
                  onChoose={take}
                  onTyped={setSought}
                  onMake={spec.to === "source" ? setMaking : undefined}
                />
                {BesideReference && <BesideReference path={path} onChoose={take} />}
              </>
            )}
          </>
        )}
      </FieldFrame>
      {making !== null && (
        <NewRecord
          id={`${controlId(path)}-new`}
          parts={sourceFields}
          typed={making}
          words="newSource"
          make={(typedIn) =>
            makeSource({
              title: typedIn("title"),
              publisher: typedIn("publisher"),
              date: typedIn("date"),
              address: typedIn("address"),
            })
          }
          onMade={take}
          onCancel={() => choose("")}
        />
      )}
    </div>
  );
}

/** Several records of one kind in order. */
export function ReferencesField({ spec, path, value }: ListInputProps<"references">) {
  const word = useWords();
  const { known, dossierId, recordId, touched, settle } = useForm();
  const problem = useProblem(path);
  const list = useKeyedList<string>(value, (id) => id);
  const [sought, setSought] = useState("");
  usePending(path, sought.trim() !== "");
  const changed = () => {
    settle(path);
    touched();
  };
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <>
          {list.list.length > 0 && (
            <ol className="chosen-list">
              {list.list.map(({ key, item }, index) => (
                <li key={key}>
                  <input type="hidden" name={path} value={item} />
                  <ChosenEntry id={item} toPath={spec.toPath}>
                    <RowTools
                      name={known.get(item)?.title ?? word("row", { one: spec.one, number: index + 1 })}
                      isFirst={index === 0}
                      isLast={index === list.list.length - 1}
                      onTool={(tool) => {
                        if (tool === "remove") list.remove(key);
                        else list.move(index, tool === "up" ? -1 : 1);
                        changed();
                        if (tool === "remove") document.getElementById(control.id)?.focus();
                      }}
                    />
                  </ChosenEntry>
                </li>
              ))}
            </ol>
          )}
          {list.list.length >= spec.max ? (
            <p id={control.id} tabIndex={-1} className="field-after">
              {word("full", { max: spec.max })}
            </p>
          ) : (
            <EntryCombobox
              control={{ ...control, "aria-invalid": problem ? true : undefined }}
              label={spec.label}
              toPath={spec.toPath}
              within={{ dossierId, askedBy: recordId }}
              without={list.list.map(({ item }) => item)}
              onTyped={setSought}
              onChoose={(choice) => {
                known.set(choice.id, choice);
                list.add(choice.id);
                changed();
              }}
            />
          )}
        </>
      )}
    </FieldFrame>
  );
}
