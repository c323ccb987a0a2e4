"use client";
import { useMemo } from "react";
import { useForm, useWords } from "../form/form-context";
import type { Wording } from "./parts";

/** The words for typed values of the form around a field. */
export function useFormWording(): Wording {
  const word = useWords();
  const { countries, known, readings } = useForm();
  return useMemo(
    () => ({
      countries,
      titleOf: (id) => known.get(id)?.title ?? word("unknownRecord"),
      readingOf: (date) => readings[date] ?? date,
      goneRow: word("supports.goneRow"),
    }),
    [countries, known, readings, word],
  );
}
