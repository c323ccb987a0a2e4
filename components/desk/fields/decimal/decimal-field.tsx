"use client";
import { useState } from "react";
import { normalDecimal, readAmount } from "@/lib/domain/money";
import { useForm, useProblem, useWords } from "../../form/form-context";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

/** A number, typed as text: a browser's number box drops what it does not understand without saying so. */
export function DecimalField({ spec, path, value }: TextInputProps<"decimal">) {
  const { settle } = useForm();
  const problem = useProblem(path);
  const [typed, setTyped] = useState(value);
  return (
    <FieldFrame spec={spec} path={path} after={spec.money && !problem && <AmountReading typed={typed} />}>
      {(control) => (
        <input
          {...control}
          name={path}
          defaultValue={value}
          inputMode="decimal"
          autoComplete="off"
          onInput={(event) => {
            // From here on what is typed is judged while it is typed.
            if (spec.money && problem) settle(path);
            setTyped(event.currentTarget.value);
          }}
          className="control control-amount"
        />
      )}
    </FieldFrame>
  );
}

/** How an amount will read: a nought too many shows at once in words, hardly in digits. */
function AmountReading({ typed }: { typed: string }) {
  const word = useWords();
  const text = typed.trim();
  const amount = normalDecimal(text, { grouping: true });
  return (
    <p className={amount === null ? "field-after" : "field-after field-reading"} aria-live="polite">
      {text && (amount === null ? word("notANumber") : word("amountReads", { amount: readAmount(amount) }))}
    </p>
  );
}
