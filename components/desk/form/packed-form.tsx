"use client";
import { useMemo } from "react";
import { unpack } from "@/lib/domain/packed";
import { RecordForm } from "./record-form";
import type { PackedFormProps, RecordFormProps } from "./record-form-props";

/** The form of a record whose page gives what grows with the record as one short text. */
export function PackedForm({ packed, ...others }: PackedFormProps) {
  // Its own page packed it.
  const grown = useMemo(() => unpack(packed) as Pick<RecordFormProps, "typed" | "known">, [packed]);
  return <RecordForm {...others} {...grown} />;
}
