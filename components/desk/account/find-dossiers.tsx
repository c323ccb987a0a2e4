import { useRef } from "react";
import type { DossierSearch } from "./use-found-dossiers";

export interface FindDossiersWords {
  /** The id of a form on the page that asks for it anew with what is found, for where there are no scripts. */
  form: string;
  /** What the page was asked to find. */
  value: string;
  isNoneFound: boolean;
  label: string;
  help: string;
  /** What is said besides where there are no scripts. */
  helpWithoutScripts?: string;
  submit: string;
  none: string;
  failed: string;
}

interface FindDossiersProps {
  words: FindDossiersWords;
  status: DossierSearch["status"];
  search(text: string): void;
}

/** A search for dossiers to be limited to, inside the form that they are ticked in. */
export function FindDossiers({ words, status, search }: FindDossiersProps) {
  const box = useRef<HTMLInputElement>(null);
  const { form } = words;
  const isNone = status === "none" || (status === "idle" && words.isNoneFound);
  const ask = (event: { preventDefault(): void }) => {
    event.preventDefault();
    search(box.current?.value ?? "");
  };
  return (
    <div className="space-y-2" role="search">
      <div className="field-frame">
        <label htmlFor={`${form}-box`} className="field-label">
          {words.label}
        </label>
        <p id={`${form}-help`} className="field-help">
          {words.help}
          {words.helpWithoutScripts && <noscript> {words.helpWithoutScripts}</noscript>}
        </p>
        <input
          {...{ ref: box, id: `${form}-box`, form, name: "find", type: "search", defaultValue: words.value }}
          aria-describedby={`${form}-help`}
          onKeyDown={(event) => event.key === "Enter" && ask(event)}
          className="control control-wide"
        />
      </div>
      <button form={form} onClick={ask} aria-disabled={status === "searching" || undefined} className="btn">
        {words.submit}
      </button>
      <p role="status">{isNone ? words.none : status === "failed" ? words.failed : null}</p>
    </div>
  );
}
