"use client";
import type { Typed } from "@/lib/domain/fields/typed";
import { useForm } from "../../form/form-context";
import type { SpecOf } from "../specs";
import { useFormWording } from "../use-form-wording";
import { describingIn, rowSummary } from "../value-names";

/** A row by what tells it from the others, on one line. */
export function RowSummary({ spec, item }: { spec: SpecOf<"rows">; item: Typed }) {
  const { fields, typedNow } = useForm();
  const describing = describingIn(fields, typedNow.read(), useFormWording());
  return <span className="row-summary">{rowSummary(spec, item, describing)}</span>;
}
