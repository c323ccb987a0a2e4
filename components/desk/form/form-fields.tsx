"use client";
import { Fragment, type RefObject, useMemo } from "react";
import { AmountUnit } from "../fields/decimal/amount-unit";
import { beginningOf, drawnOf } from "../fields/drawn";
import { Field } from "../fields/field";
import { FollowedField } from "../fields/followed-field";
import { helpInTurn, HelpProvider } from "../fields/help";
import { placed } from "../fields/pairs";
import { holdsSums } from "../fields/parts";
import type { Round } from "./drawn-round";
import { useWords } from "./form-context";
import { controlId } from "./form-paths";
import type { FieldSpec } from "./form-spec";
import type { KindPanel } from "./kind-panel";
import { tabIds, useNarrow } from "./preview/narrow";

interface FormFieldsProps {
  form: RefObject<HTMLFormElement | null>;
  fields: readonly FieldSpec[];
  panel: KindPanel;
  round: Round;
}

/** The fields of a form in its grid, with what a kind's panel adds below one, and the unit of sums above the first of them. */
export function FormFields({ form, fields, panel, round }: FormFieldsProps) {
  const word = useWords();
  const isTab = useNarrow();
  const firstSum = fields.find(holdsSums)?.key;
  const helps = useMemo(() => helpInTurn(drawnOf(fields), word, ({ key }) => controlId(key)), [fields, word]);
  return (
    <HelpProvider value={helps}>
      <div
        className="fields"
        {...(isTab && { id: tabIds.fields, role: "tabpanel", "aria-labelledby": tabIds.form })}
      >
        {placed(drawnOf(fields)).map(({ field, room }) => {
          const Below = panel.below?.[field.key];
          return (
            <Fragment key={`${field.key} ${round.redrawn[field.key] ?? 0}`}>
              {field.key === firstSum && (
                <div className="field-cell field-cell-whole">
                  <AmountUnit />
                </div>
              )}
              <div className={`field-cell field-cell-${room}`}>
                {field.follows ? (
                  <FollowedField spec={field} path={field.key} value={round.typed[field.key]} />
                ) : (
                  <Field spec={field} path={field.key} {...beginningOf(field, round.typed)} />
                )}
                {Below && <Below form={form} />}
              </div>
            </Fragment>
          );
        })}
      </div>
    </HelpProvider>
  );
}
