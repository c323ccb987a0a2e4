"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../form/form-context";
import type { EntryChoice } from "../../form/form-spec";
import type { ControlProps } from "../field-frame";
import { useChoices, type Within } from "./use-choices";

interface EntryComboboxProps {
  control: ControlProps;
  label: string;
  toPath: string;
  /** Where to search: in which dossier, where what is sought belongs to one, and not for which record. */
  within?: Within;
  /** What stands in the empty field; that it is typed in, where nothing is said. */
  placeholder?: string;
  /** Records not to offer, since they are chosen already. */
  without?: readonly string[];
  /** The input is a field of its own, with this name and beginning: what is typed stays, whether a record is chosen or not. */
  field?: { name: string; value: string };
  onChoose: (choice: EntryChoice) => void;
  /** Is told what is typed, and that nothing is once a record is chosen. */
  onTyped?: (typed: string) => void;
  /** What stands for making a record, by the key of its word; a source's unless told. */
  makeWord?: string;
  /** Offers to make a new record of what was typed. */
  onMake?: (typed: string) => void;
}

/** A search field with a list below it, after the ARIA pattern: arrows move, Enter chooses, Escape closes. */
export function EntryCombobox({
  control,
  label,
  toPath,
  within = {},
  placeholder,
  without = [],
  field,
  onChoose,
  onTyped,
  makeWord = "makeSource",
  onMake,
}: EntryComboboxProps) {
  const word = useWords();
  const [typed, setTyped] = useState(field?.value ?? "");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const { choices, status, isCurrent } = useChoices(toPath, isOpen ? typed.trim() : null, within);
  const offered = choices.filter((choice) => !without.includes(choice.id));
  const count = offered.length + (onMake ? 1 : 0);
  const panel = useRef<HTMLDivElement>(null);
  // Enter was pressed before the answer to what is typed came: the first record of that answer is meant.
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || !isCurrent) return;
    isAwaited.current = false;
    if (offered.length > 0) pick(0);
  });
  // The bar at the foot of the window must not cover what can be chosen.
  useEffect(() => {
    if (isOpen) panel.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen, offered.length]);
  const listId = `${control.id}-list`;
  const optionId = (index: number) => `${control.id}-option-${index}`;

  function pick(index: number) {
    const choice = offered[index];
    setOpen(false);
    setAt(-1);
    if (choice) {
      setTyped(field ? choice.title : "");
      onTyped?.("");
      onChoose(choice);
    } else if (index === offered.length) onMake?.(typed.trim());
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else if (count > 0 && isCurrent)
        setAt((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + count) % count);
    } else if (event.key === "Enter") {
      // In here Enter chooses; it must not send the form.
      event.preventDefault();
      if (isOpen && at >= 0) pick(at);
      // What is typed may stay as it is.
      else if (field) setOpen(false);
      else if (isOpen && typed && !isCurrent) isAwaited.current = true;
      else if (isOpen && typed && offered.length > 0) pick(0);
      else setOpen(true);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      isAwaited.current = false;
      setOpen(false);
      setAt(-1);
    }
  }

  const said = {
    idle: "",
    searching: word("searching"),
    found: offered.length > 0 ? word("matches", { count: offered.length }) : word("noMatches"),
    failed: word("searchFailed"),
  }[status];

  return (
    <div className="combobox">
      <input
        {...control}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? optionId(at) : undefined}
        autoComplete="off"
        placeholder={placeholder ?? (field ? undefined : word("search"))}
        name={field?.name}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onTyped?.(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
          isAwaited.current = false;
        }}
        onClick={() => !field && setOpen(true)}
        onBlur={() => {
          setOpen(false);
          isAwaited.current = false;
        }}
        onKeyDown={onKeyDown}
        className="control"
      />
      <div ref={panel} className={isOpen ? "combobox-panel" : "hidden"}>
        <p className="field-after" role="status">
          {isOpen && said}
        </p>
        <ul id={listId} role="listbox" aria-label={label}>
          {offered.map((choice, index) => (
            <li
              key={choice.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === at}
              className="combobox-option"
              // On mouse down, before the input loses the focus and the list closes.
              onMouseDown={(event) => {
                event.preventDefault();
                pick(index);
              }}
            >
              <span>{choice.title}</span>
              <span className="combobox-detail">
                {[choice.detail, choice.state].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
          {onMake && (
            <li
              id={optionId(offered.length)}
              role="option"
              aria-selected={at === offered.length}
              className="combobox-option combobox-make"
              onMouseDown={(event) => {
                event.preventDefault();
                pick(offered.length);
              }}
            >
              {typed.trim() ? word(`${makeWord}Of`, { title: typed.trim() }) : word(makeWord)}
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}
