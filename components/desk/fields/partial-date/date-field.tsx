"use client";
import { useRef, useState } from "react";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

// Only a form whose dates are being typed needs the calendar.
const loadCalendar = () => import("@/lib/domain/partial-date");

/** A date as precise as it is known, with how it will read to others. */
export function DateField({ spec, path, value }: TextInputProps<"partialDate">) {
  const word = useWords();
  const { readings, settle } = useForm();
  const problem = useProblem(path);
  const [reading, setReading] = useState({ text: readings[value] ?? "", isFault: false });
  const latest = useRef("");

  async function read(typed: string) {
    const text = typed.trim();
    latest.current = text;
    // From here on what is typed is judged while it is typed.
    if (problem) settle(path);
    const calendar = await loadCalendar().catch(() => null);
    // Typed on meanwhile, or no calendar to be had: then the desk judges at the next save.
    if (!calendar || latest.current !== text) return;
    if (text === "") return setReading({ text: "", isFault: false });
    const parsed = calendar.parsePartialDate(text);
    if (parsed.ok) return setReading({ text: calendar.showPartialDate(parsed.date.edtf), isFault: false });
    setReading({ text: word(`dateFaults.${parsed.problem.replace("date.", "")}`), isFault: true });
  }

  return (
    <FieldFrame
      spec={spec}
      path={path}
      help={word("dateHelp")}
      after={
        <p className={reading.isFault ? "field-after" : "field-after field-reading"} aria-live="polite">
          {!problem &&
            reading.text &&
            (reading.isFault ? reading.text : word("reads", { date: reading.text }))}
        </p>
      }
    >
      {(control) => (
        <input
          {...control}
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
