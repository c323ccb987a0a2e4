"use client";
import type { RefObject } from "react";
import { AmountUnit } from "../fields/decimal/amount-unit";
import { beginningOf, drawnOf } from "../fields/drawn";
import { Field } from "../fields/field";
import { FollowedField } from "../fields/followed-field";
import { holdsSums, isShort } from "../fields/parts";
import type { Round } from "./drawn-round";
import type { FieldSpec } from "./form-spec";
import type { KindPanel } from "./kind-panel";

interface FormFieldsProps {
  form: RefObject<HTMLFormElement | null>;
  fields: readonly FieldSpec[];
  panel: KindPanel;
  round: Round;
}

/** The fields of a form in its grid, with what a kind's panel adds below one, and the unit of sums above the first of them. */
export function FormFields({ form, fields, panel, round }: FormFieldsProps) {
  const firstSum = fields.find(holdsSums)?.key;
  return (
    <div className="fields">
      {drawnOf(fields).map((field) => {
        const Below = panel.below?.[field.key];
        return (
          <div
            key={`${field.key} ${round.redrawn[field.key] ?? 0}`}
            className={`field-cell field-cell-${isShort(field) ? "half" : "whole"}`}
          >
            {field.key === firstSum && <AmountUnit />}
            {field.follows ? (
              <FollowedField spec={field} path={field.key} value={round.typed[field.key]} />
            ) : (
              <Field spec={field} path={field.key} {...beginningOf(field, round.typed)} />
            )}
            {Below && <Below form={form} />}
          </div>
        );
      })}
    </div>
  );
}
