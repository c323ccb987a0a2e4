import { useId, useRef } from "react";
import { FindDossiers, type FindDossiersWords } from "./find-dossiers";
import { boxOf, type DossierSearch } from "./use-found-dossiers";

export interface LimitsFieldsetProps {
  /** What is chosen as it begins: all dossiers, or those that are ticked. */
  scope: string;
  dossiers: readonly { id: string; title: string }[];
  ticked: ReadonlySet<string>;
  words: { legend: string; everywhere: string; some: string };
  /** Where the dossiers are too many to be offered all. */
  find?: FindDossiersWords | undefined;
  /** What a search adds; the form holds it, so that it outlives an answer. */
  search: DossierSearch;
}

/** To which dossiers an account is limited: to none, or to those that are ticked. Works without scripts. */
export function LimitsFieldset({ scope, dossiers, ticked, words, find, search }: LimitsFieldsetProps) {
  const id = useId();
  const boxes = useRef<HTMLDivElement>(null);
  const offered = [...dossiers, ...search.found.filter((one) => !dossiers.some((had) => had.id === one.id))];
  return (
    <fieldset className="space-y-2">
      <legend className="field-label">{words.legend}</legend>
      {(["all", "some"] as const).map((value) => (
        <label key={value} className="flex items-baseline gap-2">
          <input type="radio" name="scope" value={value} defaultChecked={scope === value} />
          {value === "all" ? words.everywhere : words.some}
        </label>
      ))}
      <div className="space-y-4 pl-6">
        {find && (
          <FindDossiers
            words={find}
            status={search.status}
            search={(text) => void search.search(text, boxes)}
          />
        )}
        <div ref={boxes} className="space-y-1" role="group" aria-labelledby={`${id}-some`}>
          <span id={`${id}-some`} className="sr-only">
            {words.some}
          </span>
          {offered.map((one) => (
            <label key={one.id} className="flex items-baseline gap-2">
              <input type="checkbox" name={boxOf(one.id)} defaultChecked={ticked.has(one.id)} />
              {one.title}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
