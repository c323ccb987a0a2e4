"use client";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

/** A web address. It is checked when it is saved: browsers' own check refuses what people paste. */
export function WebAddressField({ spec, path, value }: TextInputProps<"webAddress">) {
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <input
          {...control}
          name={path}
          defaultValue={value}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          className="control"
        />
      )}
    </FieldFrame>
  );
}
