"use client";
import type { TextInputProps } from "../input-props";
import { OptionsField } from "../options-field";

/** One of a fixed set of values. */
export function ChoiceField(props: TextInputProps<"choice">) {
  return <OptionsField {...props} options={props.spec.options} />;
}
