"use client";
import { useRef, useState } from "react";
import { below, partsOf } from "@/lib/domain/paths";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { typeInto } from "../../form/type-into";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";
import { nothingRead, type Reading } from "./reading-state";

// Only a form whose dates are being typed needs the calendar.
const loadCalendar = () => import("./reading");

/** A date as precise as it is known, with how it will read to others; where it could mean two things, it asks which. */
export function DateField({ spec, path, value }: TextInputProps<"partialDate">) {
  const word = useWords();
  const { readings, settle } = useForm();
  const problem = useProblem(path);
  const [reading, setReading] = useState<Reading>({ ...nothingRead, reads: readings[value] ?? "" });
  const latest = useRef("");
  const input = useRef<HTMLInputElement>(null);

  async function read(typed: string) {
    const text = typed.trim();
    latest.current = text;
    // From here on what is typed is judged while it is typed.
    if (problem) settle(path);
    const calendar = await loadCalendar().catch(() => null);
    // Typed on meanwhile, or no calendar to be had: then the desk judges at the next save.
    if (!calendar || latest.current !== text) return;
    setReading(calendar.readingOf(text, document.documentElement.lang || "en", spec.lastDay !== undefined));
  }

  const beside = (key: string) => below("", ...partsOf(path).slice(0, -1), key);
  const said = reading.fault
    ? word(`dateFaults.${reading.fault}`)
    : reading.reads && word("reads", { date: reading.reads });
  return (
    <FieldFrame
      spec={spec}
      path={path}
      after={
        <>
          <p className={reading.fault ? "field-after" : "field-after field-reading"} aria-live="polite">
            {!problem && said}
          </p>
          {reading.offers.length > 0 && (
            <p className="field-offers">
              {reading.offers.map(({ shown, fills, last }) => (
                <button
                  key={fills}
                  type="button"
                  className="btn-quiet"
                  onClick={() => {
                    if (last !== undefined && spec.lastDay)
                      typeInto(input.current?.form, beside(spec.lastDay), last);
                    typeInto(input.current?.form, path, fills);
                    input.current?.focus();
                  }}
                >
                  {word(last === undefined ? "dateUse" : "dateFillBoth", { date: shown })}
                </button>
              ))}
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
          onFocus={() => void loadCalendar().catch(() => undefined)}
          onInput={(event) => void read(event.currentTarget.value)}
          className="control control-date"
        />
      )}
    </FieldFrame>
  );
}
