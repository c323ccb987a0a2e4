"use client";
import type { ReactNode } from "react";
import { controlId } from "../form/form-paths";
import { CitedAt, citedId, useCitedAt } from "../form/cited-at";
import { DoubtsAt, doubtsId, useDoubtsAt } from "../form/doubts-at";
import { useProblem, useWords } from "../form/form-context";
import type { FieldSpec } from "../form/form-spec";
import { useCleanPaste } from "./use-clean-paste";

export interface ControlProps {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
}

interface FieldFrameProps {
  spec: FieldSpec;
  path: string;
  /** Said under the label besides the field's own help. */
  help?: string;
  /** Under the control: how it reads, how much is left. */
  after?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}

/** A field's label, help and problem around its control, all tied to it for those who listen. */
export function FieldFrame({ spec, path, help, after, children }: FieldFrameProps) {
  const word = useWords();
  const problem = useProblem(path);
  const doubts = useDoubtsAt(path);
  const { cleaned, onPaste } = useCleanPaste();
  const id = controlId(path);
  const isCited = useCitedAt(path).length > 0;
  const helps = [spec.help, help].filter(Boolean).join(" ");
  const describedBy = [
    helps && `${id}-help`,
    isCited && citedId(path),
    problem && `${id}-problem`,
    doubts.length > 0 && doubtsId(path),
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={problem ? "field-frame field-frame-wrong" : "field-frame"} onPaste={onPaste}>
      <label htmlFor={id} className="field-label">
        {spec.label}
        {spec.optional && <span className="field-optional"> ({word("optional")})</span>}
      </label>
      {helps && (
        <p id={`${id}-help`} className="field-help">
          {helps}
        </p>
      )}
      <CitedAt path={path} />
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
      {after}
      <DoubtsAt path={path} doubts={doubts} />
      {cleaned > 0 && (
        <p className="field-after" role="status">
          {word("cleaned", { count: cleaned })}
        </p>
      )}
    </div>
  );
}
