"use client";
import { useRef, useState } from "react";
import type { Axis, Pair } from "@/lib/domain/degrees";
import { below, partsOf } from "@/lib/domain/paths";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { typeInto } from "../../form/type-into";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

// Most missions have none.
const loadReader = () => import("@/lib/domain/degrees");

interface Reading {
  /** In degrees, where it is written otherwise. */
  reads: string;
  pair: Pair | null;
}

const nothing: Reading = { reads: "", pair: null };

/** A coordinate as maps write it, with how it reads; of a pair that is pasted here each goes to its field by a button. */
export function DegreesField({ spec, path, value, axis }: TextInputProps<"decimal"> & { axis: Axis }) {
  const word = useWords();
  const { settle } = useForm();
  const problem = useProblem(path);
  const [{ reads, pair }, setReading] = useState(nothing);
  const input = useRef<HTMLInputElement>(null);

  async function read(typed: string) {
    if (problem) settle(path);
    const reader = await loadReader().catch(() => null);
    if (!reader || input.current?.value !== typed) return;
    const one = reader.readDegrees(typed, axis);
    const reads = one.ok && one.degrees !== typed.trim() ? `${one.degrees}°` : "";
    setReading({ reads, pair: reader.pairOfDegrees(typed) });
  }

  function fillBoth(both: Pair) {
    for (const each of ["latitude", "longitude"] as const)
      typeInto(input.current?.form, below("", ...partsOf(path).slice(0, -1), each), both[each]);
    input.current?.focus();
  }

  return (
    <FieldFrame
      spec={spec}
      path={path}
      after={
        <>
          <p className="field-after field-reading" aria-live="polite">
            {!problem && reads && word("reads", { date: reads })}
          </p>
          {pair && (
            <p className="field-offers">
              <button type="button" className="btn-quiet" onClick={() => fillBoth(pair)}>
                {word("fillBoth", { ...pair })}
              </button>
            </p>
          )}
        </>
      }
    >
      {(control) => (
        <input
          {...control}
          ref={input}
          name={path}
          defaultValue={value}
          autoComplete="off"
          onFocus={() => void loadReader().catch(() => undefined)}
          onInput={(event) => void read(event.currentTarget.value)}
          className="control control-amount"
        />
      )}
    </FieldFrame>
  );
}
