"use client";
import { useRef, useState } from "react";
import { below, partsOf } from "@/lib/domain/paths";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { controlId } from "../../form/form-paths";
import type { EntryChoice } from "../../form/form-spec";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";
import { ChosenEntry } from "../reference/chosen-entry";
import { EntryCombobox } from "../reference/entry-combobox";
import { NewRecord } from "../reference/new-record";
import type { TextSpec } from "../text/spec";
import { OfficesHeld } from "./offices-held";

interface NameFieldProps extends TextInputProps<"text"> {
  person: NonNullable<TextSpec["person"]>;
  /** The id of the person whom the record names already; empty where it is not said who that is. */
  chosen: string;
}

/**
 * A name, typed as its source has it. While it is typed, the people of that name are offered, and to make a new one;
 * with one chosen, the offices that they held at the time. A name alone will do.
 */
export function NameField({ spec, person, path, value, ...begun }: NameFieldProps) {
  const word = useWords();
  const { known, touched, personFields, makePerson } = useForm();
  const [chosen, setChosen] = useState(begun.chosen);
  const [making, setMaking] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const beside = (key: string) => below("", ...partsOf(path).slice(0, -1), key);
  const ownPath = beside(person.key);
  const problem = useProblem(ownPath);
  const form = () => frame.current?.closest("form") ?? null;
  const countryOf = () => {
    const inputs = (person.country ?? []).map(
      (key) => form()?.elements.namedItem(beside(key)) ?? form()?.elements.namedItem(key),
    );
    const choices = inputs.filter((input) => input instanceof HTMLSelectElement);
    return choices.find(({ value: chosenCode }) => chosenCode !== "") ?? choices[0] ?? null;
  };

  function choose(id: string) {
    setChosen(id);
    setMaking(null);
    touched();
  }
  const take = (choice: EntryChoice) => {
    known.set(choice.id, choice);
    choose(choice.id);
  };

  return (
    <div ref={frame}>
      <input type="hidden" name={ownPath} value={chosen} />
      <FieldFrame
        spec={spec}
        path={path}
        after={
          <>
            {problem && <p className="field-problem">{problem}</p>}
            {chosen && (
              <ChosenEntry id={chosen} toPath="persons">
                <button
                  type="button"
                  id={controlId(ownPath)}
                  className="btn-quiet"
                  aria-label={word("person.forgetWho", { label: person.label })}
                  onClick={() => {
                    choose("");
                    document.getElementById(controlId(path))?.focus();
                  }}
                >
                  {word("person.forget")}
                </button>
              </ChosenEntry>
            )}
          </>
        }
      >
        {(control) => (
          <EntryCombobox
            control={control}
            label={spec.label}
            toPath="persons"
            field={{ name: path, value }}
            onChoose={take}
            makeWord="makePerson"
            onMake={setMaking}
          />
        )}
      </FieldFrame>
      {chosen && (
        <OfficesHeld key={chosen} offices={known.get(chosen)?.offices ?? []} person={person} path={path} />
      )}
      {making !== null && (
        <NewRecord
          id={`${controlId(path)}-new`}
          parts={personFields}
          typed={making}
          words="newPerson"
          note={
            countryOf()?.value
              ? word("newPerson.of", { country: countryOf()?.selectedOptions[0]?.text ?? "" })
              : undefined
          }
          make={(typedIn) =>
            makePerson({
              name: typedIn("name"),
              otherName: typedIn("otherName"),
              wikidata: typedIn("wikidata"),
              country: countryOf()?.value ?? "",
            })
          }
          onMade={take}
          onCancel={() => setMaking(null)}
        />
      )}
    </div>
  );
}
