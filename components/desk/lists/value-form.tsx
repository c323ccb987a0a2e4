"use client";
/** What one field of many records is to be set to, typed as in the form of one. */
import { useMemo, useState } from "react";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { Field } from "../fields/field";
import type { Words } from "../form/fill";
import { FormProvider, type FormShared, ProblemsProvider, WordsProvider } from "../form/form-context";
import type { FieldSpec, Option } from "../form/form-spec";
import { SendingNotice } from "../sending/sending-trouble";
import type { SignedOut } from "../sending/sent-form";
import { useSentForm } from "../sending/use-sent-form";
import { unsentMark } from "../leaving/unsent";

/** What keeps the value from being set in any record, with what was typed; null before anything was. */
export type SetAnswer =
  SignedOut | { reason?: undefined; typed: { value: string; empties: boolean }; problem: string } | null;

interface ValueFormProps {
  action: (last: SetAnswer, form: FormData) => Promise<SetAnswer>;
  kind: KindKey;
  /** The field, as it is drawn alone. */
  spec: FieldSpec;
  /** Whether records can be without a value. */
  mayBeEmpty: boolean;
  countries: readonly Option[];
  hidden: Record<string, string | number>;
  /** Those of the forms of records. */
  formWords: Words;
  words: Record<"help" | "empties" | "submit" | "waiting" | "inBackground", string>;
}

/** Asks for the value, and sets it. Says beside the input what is wrong with it. Works without scripts. */
export function ValueForm({ action, words, formWords, spec, mayBeEmpty, hidden, ...form }: ValueFormProps) {
  const { answer: last, post, trouble, isSending, onSubmit } = useSentForm(action, null);
  const answer = last?.reason ? null : last;
  // What is wrong is said until it is typed anew.
  const [settled, setSettled] = useState<SetAnswer>(null);
  const { kind, countries } = form;
  const shared = useMemo(
    () => sharedAlone({ kind, spec, countries }, () => setSettled(answer)),
    [kind, spec, countries, answer],
  );
  const isSaid = answer !== null && answer !== settled;
  const problems = useMemo(
    () => (isSaid ? [{ path: "value", message: answer.problem }] : []),
    [isSaid, answer],
  );
  return (
    <form
      action={post}
      onSubmit={onSubmit}
      {...((answer || trouble) && { [unsentMark]: "" })}
      className="mb-5 max-w-md space-y-4"
      noValidate
    >
      <SendingNotice trouble={trouble} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <p className="field-help">{words.help}</p>
      <WordsProvider value={formWords}>
        <FormProvider value={shared}>
          <ProblemsProvider value={problems}>
            <div role={isSaid ? "alert" : undefined}>
              <Field spec={spec} path="value" value={answer?.typed.value ?? ""} />
            </div>
          </ProblemsProvider>
        </FormProvider>
      </WordsProvider>
      {mayBeEmpty && (
        <label className="flex gap-2">
          <input type="checkbox" name="empties" value="yes" defaultChecked={answer?.typed.empties} />{" "}
          {words.empties}
        </label>
      )}
      {words.inBackground && <p className="field-help">{words.inBackground}</p>}
      <button className="btn-main" aria-disabled={isSending || undefined}>
        {isSending ? words.waiting : words.submit}
      </button>
    </form>
  );
}

const nothing = () => undefined;
const none = () => Promise.reject(new Error("no record is made beside one field"));

/** What a field finds around it that stands in no record's form. */
function sharedAlone(
  { kind, spec, countries }: Pick<ValueFormProps, "kind" | "spec" | "countries">,
  settle: () => void,
): FormShared {
  return {
    ...{ kind, fields: [spec], countries, readings: {}, followed: {}, cited: {}, openComments: null },
    typedNow: { read: () => ({}), subscribe: () => nothing, changed: nothing, refresh: nothing },
    ...{ sides: null, known: new Map(), recordId: null, dossierId: null, spareRows: {} },
    ...{ BesideReference: undefined, suggestedSource: null, opensRows: false },
    ...{ touched: nothing, pends: nothing, settle, signInAgain: nothing },
    ...{ makeSource: none, makePerson: none, sourceFields: [], personFields: [] },
  };
}
