"use client";
import { useState } from "react";
import { EntryCombobox } from "../fields/reference/entry-combobox";
import { useWords } from "../form/form-context";
import type { PasteSource } from "./paste-state";

/** The one source that every line cites: known by its title or address, or made here. */
export function SourceOfAll({ source }: { source: PasteSource }) {
  const word = useWords();
  const [id, setId] = useState(source.id);
  return (
    <div
      className={source.isUnclear ? "field-frame field-frame-wrong paste-source" : "field-frame paste-source"}
    >
      <label htmlFor="paste-source" className="field-label">
        {word("paste.source")}
      </label>
      <p id="paste-source-help" className="field-help">
        {word("paste.sourceHelp")}
      </p>
      <input type="hidden" name="sourceId" value={id} />
      {/* Another text is another source. */}
      <div onInput={() => setId("")}>
        <EntryCombobox
          control={{ id: "paste-source", "aria-describedby": "paste-source-help" }}
          label={word("paste.source")}
          toPath="sources"
          field={{ name: "source", value: source.text }}
          onChoose={(choice) => setId(choice.id)}
        />
      </div>
      {source.isUnclear && <WhichSource source={source} onChoose={setId} />}
    </div>
  );
}

interface WhichSourceProps {
  source: PasteSource;
  onChoose: (id: string) => void;
}

function WhichSource({ source, onChoose }: WhichSourceProps) {
  const word = useWords();
  const { offers, made, problem } = source;
  return (
    <div className="new-source">
      {offers.length > 0 && (
        <fieldset>
          <legend className="field-label">{word("paste.sourceOffers")}</legend>
          {offers.map(({ id, title, detail, state }) => (
            <label key={id} className="block">
              <input type="radio" name="offer" value={id} onChange={() => onChoose(id)} /> {title}{" "}
              <span className="chosen-detail">{[detail, state].filter(Boolean).join(" · ")}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className="space-y-3">
        <legend className="field-label">{word("paste.sourceMake")}</legend>
        {problem && <p className="field-problem">{problem}</p>}
        {(["title", "publisher", "address"] as const).map((key) => (
          <div key={key}>
            <label htmlFor={`new-${key}`} className="field-label">
              {word(`paste.newSource.${key}`)}
            </label>
            <input id={`new-${key}`} name={`new.${key}`} defaultValue={made[key]} className="control" />
          </div>
        ))}
      </fieldset>
    </div>
  );
}
