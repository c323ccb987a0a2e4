"use client";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

/** A whole number, typed as text: a browser's number box drops what it does not understand without saying so. */
export function WholeNumberField({ spec, path, value }: TextInputProps<"wholeNumber">) {
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <input
          {...control}
          name={path}
          defaultValue={value}
          inputMode="numeric"
          autoComplete="off"
          className="control control-number"
        />
      )}
    </FieldFrame>
  );
}
