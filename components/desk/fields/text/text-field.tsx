"use client";
import { useState } from "react";
import { useWords } from "../../form/form-context";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";

/** A text of one line or, as prose, of several; says how much is left once that is little. */
export function TextField({ spec, path, value }: TextInputProps<"text">) {
  const [length, setLength] = useState(value.length);
  const follow = (event: { currentTarget: { value: string } }) => setLength(event.currentTarget.value.length);
  return (
    <FieldFrame spec={spec} path={path} after={<Left max={spec.max} length={length} />}>
      {(control) =>
        spec.prose ? (
          <textarea
            {...control}
            name={path}
            defaultValue={value}
            rows={spec.max > 2500 ? 5 : 2}
            onInput={follow}
            className="control control-prose"
          />
        ) : (
          <input {...control} name={path} defaultValue={value} onInput={follow} className="control" />
        )
      }
    </FieldFrame>
  );
}

function Left({ max, length }: { max: number; length: number }) {
  const word = useWords();
  const left = max - length;
  // Near the limit only: a count beside every field would be noise.
  if (left > Math.max(20, max * 0.1)) return null;
  const text = left < 0 ? word("over", { count: -left }) : word("left", { count: left });
  return (
    <p className={left < 0 ? "field-after field-after-wrong" : "field-after"} role="status">
      {text}
    </p>
  );
}
