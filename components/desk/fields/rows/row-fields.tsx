"use client";
import type { ReactNode } from "react";
import { drawnOf } from "../drawn";
import { placed } from "../pairs";
import type { FieldSpec } from "../specs";

/** Kinds whose inputs need a whole line of a row. */
const whole: readonly FieldSpec["kind"][] = ["reference", "references", "file", "paths", "rows"];

/** A row is narrow: what is not long takes half of its line. */
function isHalf(field: FieldSpec): boolean {
  if (field.kind === "text") return !field.prose && !field.person;
  return !whole.includes(field.kind);
}

interface RowFieldsProps {
  of: readonly FieldSpec[];
  draw: (field: FieldSpec) => ReactNode;
  /** They are there, with all that is typed in them, and out of sight. */
  isHidden?: boolean;
}

/** The fields of a row in its grid. */
export function RowFields({ of, draw, isHidden = false }: RowFieldsProps) {
  return (
    <div className="row-fields" hidden={isHidden}>
      {placed(drawnOf(of), isHalf).map(({ field, room }) => (
        <div key={field.key} className={`field-cell field-cell-${room}`}>
          {draw(field)}
        </div>
      ))}
    </div>
  );
}
