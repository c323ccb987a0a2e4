"use client";
import { useState } from "react";
import type { TypedValue } from "@/lib/domain/fields/typed";
import { useForm, useProblem, useWords } from "../form/form-context";
import { controlId } from "../form/form-paths";
import { Field } from "./field";
import type { FieldSpec } from "./specs";

interface FollowedFieldProps {
  spec: FieldSpec;
  path: string;
  value: TypedValue | undefined;
}

/** A field whose value follows from others: how it stands, and a tick that opens the input for what is stated otherwise. */
export function FollowedField({ spec, path, value = "" }: FollowedFieldProps) {
  const word = useWords();
  const { followed, settle } = useForm();
  const problem = useProblem(path);
  const [isStated, setStated] = useState(value.length > 0);
  const id = controlId(path);
  const reading = followed[path];
  return (
    <div {...(!isStated && { role: "group", "aria-label": spec.label })}>
      {isStated ? (
        <Field spec={spec} path={path} value={value} />
      ) : (
        <div className={problem ? "field-frame field-frame-wrong" : "field-frame"}>
          <p className="field-label">{spec.label}</p>
          {problem && <p className="field-problem">{problem}</p>}
          <p className="field-after">
            {reading ? word("follows", { value: reading }) : word("followsNothing")}
          </p>
        </div>
      )}
      <label className="followed-tick">
        <input
          type="checkbox"
          id={isStated ? `${id}-stated` : id}
          checked={isStated}
          onChange={(event) => {
            setStated(event.currentTarget.checked);
            settle(path);
          }}
        />{" "}
        {word("statedOtherwise")}
      </label>
    </div>
  );
}
