"use client";
import { useEffect, useState } from "react";
import type { TypedValue } from "@/lib/domain/fields/typed";
import { CitedAt } from "../form/cited-at";
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
  const { settle } = useForm();
  const problem = useProblem(path);
  const [isStated, setStated] = useState(value.length > 0);
  const id = controlId(path);
  const reading = useFollowing(spec, path);
  return (
    <div className="field-wrapped" {...(!isStated && { role: "group", "aria-label": spec.label })}>
      {isStated ? (
        <Field spec={spec} path={path} value={value} />
      ) : (
        <div className={problem ? "field-frame field-frame-wrong" : "field-frame"}>
          <div className="field-head">
            <p className="field-label">{spec.label}</p>
            {problem && <p className="field-problem">{problem}</p>}
          </div>
          <p className="field-follows">
            {reading ? word("follows", { value: reading }) : word("followsNothing")}
          </p>
          <div className="field-below">
            <CitedAt path={path} />
          </div>
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

/** How the value reads that follows: as the page came with it, and anew whenever something was typed. */
function useFollowing(spec: FieldSpec, path: string): string | undefined {
  const { followed, typedNow, kind, sides } = useForm();
  const asSaved = followed[path];
  const [reading, setReading] = useState(asSaved);
  useEffect(() => {
    setReading(asSaved);
    let isCurrent = true;
    const leave = typedNow.subscribe(() => {
      void import("../form/followed-now").then(({ followedNow }) => {
        if (isCurrent) setReading(followedNow({ kind, sides }, spec, typedNow.read()));
      });
    });
    return () => {
      isCurrent = false;
      leave();
    };
  }, [asSaved, typedNow, kind, sides, spec]);
  return reading;
}
