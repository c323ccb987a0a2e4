"use client";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

/** Several short texts, one to a line. */
export function LinesField({ spec, path, value }: TextInputProps<"lines">) {
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <textarea {...control} name={path} defaultValue={value} rows={2} className="control control-lines" />
      )}
    </FieldFrame>
  );
}
