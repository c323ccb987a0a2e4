"use client";
import { useForm, useProblem } from "../../form/form-context";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";
import { DegreesField } from "./degrees-field";
import { SumField } from "./sum-field";

/** A number, typed as text: a browser's number box drops what it does not understand without saying so. */
export function DecimalField(props: TextInputProps<"decimal">) {
  const { money, degrees } = props.spec;
  if (degrees) return <DegreesField {...props} axis={degrees} />;
  return money ? <SumField {...props} /> : <NumberField {...props} />;
}

function NumberField({ spec, path, value }: TextInputProps<"decimal">) {
  const { settle } = useForm();
  const problem = useProblem(path);
  return (
    <FieldFrame spec={spec} path={path}>
      {(control) => (
        <input
          {...control}
          name={path}
          defaultValue={value}
          inputMode="decimal"
          autoComplete="off"
          onInput={() => {
            if (problem) settle(path);
          }}
          className="control control-amount"
        />
      )}
    </FieldFrame>
  );
}
