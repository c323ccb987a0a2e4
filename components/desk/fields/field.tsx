"use client";
import type { Typed } from "@/lib/domain/fields/field";
import type { FieldSpec } from "../form/form-spec";
import { ChoiceField } from "./choice/choice-field";
import { DateField } from "./partial-date/date-field";
import { NumberField } from "./decimal/number-field";
import { ReferenceField, ReferencesField } from "./reference/reference-field";
import { RowsField } from "./rows/rows-field";
import { AddressField, LinesField, TextField } from "./text/text-field";

interface FieldProps {
  spec: FieldSpec;
  path: string;
  value: Typed[string] | undefined;
}

/** The input for a field of any kind. */
export function Field({ spec, path, value }: FieldProps) {
  const text = typeof value === "string" ? value : "";
  const list = Array.isArray(value) ? value : [];
  switch (spec.kind) {
    case "text":
      return <TextField spec={spec} path={path} value={text} />;
    case "lines":
      return <LinesField spec={spec} path={path} value={text} />;
    case "choice":
    case "country":
      return <ChoiceField spec={spec} path={path} value={text} />;
    case "partialDate":
      return <DateField spec={spec} path={path} value={text} />;
    case "decimal":
    case "wholeNumber":
      return <NumberField spec={spec} path={path} value={text} />;
    case "webAddress":
      return <AddressField spec={spec} path={path} value={text} />;
    case "reference":
      return <ReferenceField spec={spec} path={path} value={text} />;
    case "references":
      return <ReferencesField spec={spec} path={path} value={list as string[]} />;
    case "rows":
      return <RowsField spec={spec} path={path} value={list as Typed[]} />;
  }
}
