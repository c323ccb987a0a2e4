import { type FormEvent, type RefObject, useLayoutEffect, useMemo, useRef } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what is typed while an answer is awaited, and puts back to what it began with only what stands as it was sent, as a
 * password that was refused. `isSent`: no answer is awaited, and none has failed to come. Tell it of each sending and of each
 * input. Runs anew for each `answer` and whenever the page brings other `beginnings`; a select says in `data-beginning` what
 * it begins with.
 */
export function useTypedOn(
  form: RefObject<HTMLFormElement | null>,
  { isSent, answer, beginnings }: { isSent: boolean; answer: unknown; beginnings: unknown },
) {
  /** Names of the inputs that were changed since the form was last sent, or since it is there; null before that. */
  const changed = useRef<Set<string> | null>(null);

  useLayoutEffect(() => {
    if (!isSent) return;
    const controls = [...(form.current?.elements ?? [])].filter(isControl);
    if (changed.current) {
      for (const control of controls) if (!changed.current.has(control.name)) putBack(control);
    } else {
      // What was typed before scripts ran.
      const typed = controls.filter((control) => control.value !== beginningOf(control));
      changed.current = new Set(typed.map(({ name }) => name));
    }
  }, [form, isSent, answer, beginnings]);

  return useMemo(
    () => ({
      onSent: () => changed.current?.clear(),
      onInput: ({ target }: FormEvent) => void (isControl(target) && changed.current?.add(target.name)),
      hasTypedOn: () => Boolean(changed.current?.size),
    }),
    [],
  );
}

function isControl(element: EventTarget): element is Control {
  if (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) return true;
  // What is ticked stays as it is: the value of a box is what it sends, and a box without one has another beginning.
  return (
    element instanceof HTMLInputElement &&
    !["hidden", "checkbox", "radio"].includes(element.type) &&
    element.name !== ""
  );
}

/** A select always shows one of its options, the first unless told. */
function beginningOf(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const values = [...control.options].map(({ value }) => value);
  return values.find((value) => value === control.dataset.beginning) ?? values[0] ?? "";
}

function putBack(control: Control) {
  const beginning = beginningOf(control);
  if (control.value !== beginning) control.value = beginning;
}
