"use client";
import { useRef, useState } from "react";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { typeInto } from "../../form/type-into";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";
import { type WholeReading, wholeReading } from "./whole-reading";

/**
 * A whole number, typed as text: a browser's number box drops what it does not understand without saying so. What is wrong with
 * it is said while it is typed, and a fiscal year is read back.
 */
export function WholeNumberField({ spec, path, value }: TextInputProps<"wholeNumber">) {
  const word = useWords();
  const { settle } = useForm();
  const problem = useProblem(path);
  const [typed, setTyped] = useState({ text: "", isTyped: true });
  const input = useRef<HTMLInputElement>(null);
  const { fiscal, fault, offers } = wholeReading(typed.text.trim(), spec, typed);
  const said = fault
    ? word(`yearFaults.${fault}`, { min: spec.min, max: spec.max })
    : fiscal && word("fiscalReads", { year: fiscal });
  return (
    <FieldFrame
      spec={spec}
      path={path}
      after={
        <>
          <p
            className={fault ? "field-after field-after-wrong" : "field-after field-reading"}
            aria-live="polite"
          >
            {!problem && said}
          </p>
          <Offers
            offers={offers}
            choose={(fills) => {
              typeInto(input.current?.form, path, fills);
              input.current?.focus();
            }}
          />
        </>
      }
    >
      {(control) => (
        <input
          {...control}
          ref={input}
          name={path}
          defaultValue={value}
          inputMode="numeric"
          autoComplete="off"
          onInput={({ currentTarget }) => {
            if (problem) settle(path);
            setTyped({ text: currentTarget.value, isTyped: true });
          }}
          onBlur={() => setTyped(({ text }) => ({ text, isTyped: false }))}
          className="control control-number"
        />
      )}
    </FieldFrame>
  );
}

interface OffersProps extends Pick<WholeReading, "offers"> {
  choose: (fills: string) => void;
}

function Offers({ offers, choose }: OffersProps) {
  const word = useWords();
  if (offers.length === 0) return null;
  return (
    <p className="field-offers">
      {offers.map(({ shown, fills }) => (
        <button key={fills} type="button" className="btn-quiet" onClick={() => choose(fills)}>
          {word("dateUse", { date: shown })}
        </button>
      ))}
    </p>
  );
}
