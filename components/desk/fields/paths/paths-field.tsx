"use client";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { WithoutScripts } from "../../form/without-scripts";
import { controlId } from "../../form/form-paths";
import type { ListInputProps } from "../input-props";
import { describingIn } from "../value-names";
import { ChosenPaths, EveryPath, OtherPaths } from "./path-choices";
import { useFormWording } from "../use-form-wording";

/**
 * Which values of the record a citation is for, chosen by ticking. Closed it says which; its list is drawn when it is
 * opened: a record may have hundreds of values, and each of its citations could be for any.
 */
export function PathsField({ spec, path, value }: ListInputProps<"paths">) {
  const word = useWords();
  const { fields, typedNow, touched } = useForm();
  const wording = useFormWording();
  const problem = useProblem(path);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(value));
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDetailsElement>(null);
  const id = controlId(path);
  // Opened before the scripts were there.
  useEffect(() => setOpen(frame.current?.open ?? false), []);
  // As one text, so that typing elsewhere draws nothing anew but where a name changes.
  const summary = useCallback(() => {
    const { nameOf } = describingIn(fields, typedNow.read(), wording);
    const names = [...chosen].sort().map(nameOf).join("; ");
    if (chosen.size === 0) return word("supports.whole");
    return chosen.size === 1 ? names : word("supports.some", { count: chosen.size, names });
  }, [chosen, fields, typedNow, wording, word]);
  const said = useSyncExternalStore(typedNow.subscribe, summary, summary);

  const tick = useCallback(
    (one: string, isTicked: boolean) => {
      setChosen((was) => new Set(isTicked ? [...was, one] : [...was].filter((other) => other !== one)));
      touched();
    },
    [touched],
  );
  const choices = { name: path, chosen, onTick: tick };
  return (
    <div className={problem ? "field-frame field-frame-wrong" : "field-frame"}>
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      <details
        ref={frame}
        className="supports"
        onToggle={(event) => {
          if (event.currentTarget.open) typedNow.refresh();
          setOpen(event.currentTarget.open);
        }}
      >
        <summary id={id} aria-describedby={problem ? `${id}-problem` : undefined}>
          <span className="field-label">{spec.label}:</span> {said}
        </summary>
        <fieldset>
          <legend className="field-help">{word("supports.help")}</legend>
          {isOpen ? <EveryPath {...choices} /> : <ChosenPaths {...choices} />}
          <WithoutScripts>
            <OtherPaths {...choices} />
          </WithoutScripts>
        </fieldset>
      </details>
    </div>
  );
}
