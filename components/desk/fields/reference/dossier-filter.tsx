"use client";
import { useEffect, useRef, useState } from "react";
import { type Words, wordAt } from "../../form/fill";
import { WordsProvider } from "../../form/form-context";
import { EntryCombobox } from "./entry-combobox";

interface DossierFilterProps {
  /** The words of forms. */
  words: Words;
  label: string;
  /** What it is called that no dossier is chosen. */
  any: string;
  chosen: { id: string; title: string } | null;
}

/** Filters a list by a dossier, found by typing among many; sends its id as `dossier`. */
export function DossierFilter({ words, label, any, ...initial }: DossierFilterProps) {
  const [chosen, setChosen] = useState(initial.chosen);
  const frame = useRef<HTMLDivElement>(null);
  const hasChanged = useRef(false);
  useEffect(() => {
    if (!hasChanged.current) return;
    hasChanged.current = false;
    frame.current?.querySelector<HTMLElement>("[role=combobox], button")?.focus();
    // As any other input of the form says that it was changed.
    frame.current?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  function choose(choice: { id: string; title: string } | null) {
    hasChanged.current = true;
    setChosen(choice);
  }
  return (
    <WordsProvider value={words}>
      <div ref={frame}>
        <label htmlFor="by-dossier">{label}</label>
        {chosen ? (
          <div className="chosen">
            <input type="hidden" name="dossier" value={chosen.id} />
            <span>{chosen.title}</span>
            <span className="chosen-tools">
              <button id="by-dossier" type="button" className="btn-quiet" onClick={() => choose(null)}>
                {wordAt(words, "change")}
              </button>
            </span>
          </div>
        ) : (
          <EntryCombobox
            control={{ id: "by-dossier" }}
            label={label}
            toPath="dossiers"
            placeholder={any}
            onChoose={choose}
          />
        )}
      </div>
    </WordsProvider>
  );
}
