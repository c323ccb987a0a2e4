"use client";
import { useState } from "react";
import { useWords } from "../../form/form-context";
import type { LinesSpec, TextSpec, WebAddressSpec } from "../../form/form-spec";
import { FieldFrame } from "../field-frame";

interface TextFieldProps<S> {
  spec: S;
  path: string;
  value: string;
}

/** A text of one line or, as prose, of several; says how much is left once that is little. */
export function TextField({ spec, path, value }: TextFieldProps<TextSpec>) {
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

/** Several short texts, one to a line. */
export function LinesField({ spec, path, value }: TextFieldProps<LinesSpec>) {
  const word = useWords();
  return (
    <FieldFrame spec={spec} path={path} help={spec.help ? undefined : word("linesHelp")}>
      {(control) => (
        <textarea {...control} name={path} defaultValue={value} rows={2} className="control control-lines" />
      )}
    </FieldFrame>
  );
}

/** A web address. It is checked when it is saved: browsers' own check refuses what people paste. */
export function AddressField({ spec, path, value }: TextFieldProps<WebAddressSpec>) {
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
