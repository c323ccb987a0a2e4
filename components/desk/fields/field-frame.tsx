"use client";
import type { ReactNode } from "react";
import { controlId } from "../form/form-paths";
import { CommentMark } from "../comments/comment-mark";
import { CitedAt, citedId, useCitedAt } from "../form/cited-at";
import { DoubtsAt, doubtsId, useDoubtsAt } from "../form/doubts-at";
import { useProblem, useWords } from "../form/form-context";
import type { FieldSpec } from "../form/form-spec";
import { helpId, useHelp } from "./help";
import { Optional } from "./optional";
import { useCleanPaste } from "./use-clean-paste";

export interface ControlProps {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
}

interface FieldFrameProps {
  spec: FieldSpec;
  path: string;
  /** Under the control: how it reads, how much is left. */
  after?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}

/**
 * A field's label and problem above its control and its help below, all tied to it for those who listen. Three parts, so
 * that controls beside one another stand on one line.
 */
export function FieldFrame({ spec, path, after, children }: FieldFrameProps) {
  const word = useWords();
  const problem = useProblem(path);
  const doubts = useDoubtsAt(path);
  const { cleaned, onPaste } = useCleanPaste();
  const id = controlId(path);
  const isCited = useCitedAt(path).length > 0;
  const { shows, saidAt } = useHelp(spec);
  const describedBy = [
    ...saidAt,
    shows.length > 0 && helpId(id),
    isCited && citedId(path),
    problem && `${id}-problem`,
    doubts.length > 0 && doubtsId(path),
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={problem ? "field-frame field-frame-wrong" : "field-frame"} onPaste={onPaste}>
      <div className="field-head">
        <label htmlFor={id} className="field-label">
          {spec.label}
          {spec.optional && <Optional />}
        </label>
        <CommentMark path={path} label={spec.label} />
        {problem && (
          <p id={`${id}-problem`} className="field-problem">
            {problem}
          </p>
        )}
      </div>
      <div className="field-control">
        {children({
          id,
          "aria-describedby": describedBy || undefined,
          "aria-invalid": problem ? true : undefined,
        })}
      </div>
      <div className="field-below">
        {after}
        {cleaned > 0 && (
          <p className="field-after" role="status">
            {word("cleaned", { count: cleaned })}
          </p>
        )}
        <DoubtsAt path={path} doubts={doubts} />
        {shows.length > 0 && (
          <p id={helpId(id)} className="field-help">
            {shows.join(" ")}
          </p>
        )}
        <CitedAt path={path} />
      </div>
    </div>
  );
}
