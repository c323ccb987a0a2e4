"use client";
import type { NumberSpec } from "../form/form-spec";
import { FieldFrame } from "./field-frame";

/** A number, typed as text: a browser's number box drops what it does not understand without saying so. */
export function NumberField({ spec, path, value }: { spec: NumberSpec; path: string; value: string }) {
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <input
          {...control}
          name={path}
          defaultValue={value}
          inputMode={spec.kind === "decimal" ? "decimal" : "numeric"}
          autoComplete="off"
          className={spec.kind === "decimal" ? "control control-amount" : "control control-number"}
        />
      )}
    </FieldFrame>
  );
}
