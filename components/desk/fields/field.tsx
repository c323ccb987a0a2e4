"use client";
import { memo } from "react";
import { type TypedValue, typedRows, typedTexts } from "@/lib/domain/fields/typed";
import { ChoiceField } from "./choice/choice-field";
import { CountryField } from "./country/country-field";
import { DecimalField } from "./decimal/decimal-field";
import { FileField } from "./file/file-field";
import { LinesField } from "./lines/lines-field";
import { PathsField } from "./paths/paths-field";
import { NameField } from "./person/name-field";
import { DateField } from "./partial-date/date-field";
import { ReferenceField, ReferencesField } from "./reference/reference-field";
import { RowsField } from "./rows/rows-field";
import type { FieldSpec } from "./specs";
import { TextField } from "./text/text-field";
import { WebAddressField } from "./web-address/web-address-field";
import { WholeNumberField } from "./whole-number/whole-number-field";

interface FieldProps {
  spec: FieldSpec;
  path: string;
  value: TypedValue | undefined;
  /** Of a name beside which a person can be chosen: who is. */
  person?: TypedValue | undefined;
}

/** The input for a field of any kind. Drawn anew only with another spec, path or value: a form may have a thousand. */
export const Field = memo(function Field({ spec, path, value = "", person = "" }: FieldProps) {
  const text = typeof value === "string" ? value : "";
  switch (spec.kind) {
    case "text":
      return spec.person ? (
        <NameField
          spec={spec}
          person={spec.person}
          path={path}
          value={text}
          chosen={typeof person === "string" ? person : ""}
        />
      ) : (
        <TextField spec={spec} path={path} value={text} />
      );
    case "lines":
      return <LinesField spec={spec} path={path} value={text} />;
    case "choice":
      return <ChoiceField spec={spec} path={path} value={text} />;
    case "country":
      return <CountryField spec={spec} path={path} value={text} />;
    case "partialDate":
      return <DateField spec={spec} path={path} value={text} />;
    case "decimal":
      return <DecimalField spec={spec} path={path} value={text} />;
    case "wholeNumber":
      return <WholeNumberField spec={spec} path={path} value={text} />;
    case "webAddress":
      return <WebAddressField spec={spec} path={path} value={text} />;
    case "reference":
      return <ReferenceField spec={spec} path={path} value={text} />;
    case "file":
      return <FileField spec={spec} path={path} value={text} />;
    case "references":
      return <ReferencesField spec={spec} path={path} value={typedTexts(value)} />;
    case "paths":
      return <PathsField spec={spec} path={path} value={typedTexts(value)} />;
    case "rows":
      return <RowsField spec={spec} path={path} value={typedRows(value)} />;
  }
});
