"use client";
/** What the parts of one form share, made anew only where one of it is another: each time draws every field anew. */
import { useMemo } from "react";
import { citedBy } from "./cited-by";
import type { FormShared } from "./form-context";
import { panelOf } from "./panels";
import type { RecordFormProps } from "./record-form-props";

/** What the form itself adds to what its page gave. */
type OfForm = Pick<
  FormShared,
  "recordId" | "typedNow" | "known" | "touched" | "pends" | "settle" | "signInAgain" | "opensRows"
>;

/** What the parts of a form share, by what its page gave and what the form itself keeps. */
export function useShared(props: RecordFormProps, ofForm: OfForm): FormShared {
  const { kind, fields, countries } = props.spec;
  const { readings, followed, dossierId, sides, spareRows, suggestedSource, openComments } = props;
  const { sourceFields, personFields, makeSource, makePerson, account } = props;
  const { recordId, typedNow, known, touched, pends, settle, signInAgain, opensRows } = ofForm;
  // Of what was saved last. The page sends its parts already.
  const cited = useMemo(() => citedBy(props.typed, (id) => known.get(id)?.title), [props.typed, known]);
  const BesideReference = panelOf(kind).besideReference;
  return useMemo(
    (): FormShared => ({
      ...{ kind, fields, countries, recordId, typedNow, known, dossierId, sides },
      ...{ readings, followed, cited, spareRows, suggestedSource, openComments, opensRows },
      ...{ sourceFields, personFields, BesideReference },
      makeSource: (typed) => makeSource(typed, account),
      makePerson: (typed) => makePerson(typed, account),
      ...{ touched, pends, settle, signInAgain },
    }),
    [
      ...[kind, fields, countries, recordId, typedNow, known, dossierId, sides],
      ...[readings, followed, cited, spareRows, suggestedSource, openComments, opensRows],
      ...[sourceFields, personFields, makeSource, makePerson, account, BesideReference],
      ...[touched, pends, settle, signInAgain],
    ],
  );
}
