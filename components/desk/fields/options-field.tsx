"use client";
import { useWords } from "../form/form-context";
import type { Option } from "../form/form-spec";
import { FieldFrame } from "./field-frame";
import type { TextInputProps } from "./input-props";

type OptionsFieldProps = TextInputProps<"choice" | "country"> & { options: readonly Option[] };

/** One of several values. A native list: it takes typed letters and works everywhere. */
export function OptionsField({ spec, path, value, options }: OptionsFieldProps) {
  const word = useWords();
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <select {...control} name={path} defaultValue={value} className="control control-choice">
          <option value="">{spec.optional ? "—" : word("choose")}</option>
          {/* What was typed stays, even where it is none of the values: the problem beside it says so. */}
          {!isKnown && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
