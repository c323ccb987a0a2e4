"use client";
import { type RefObject, useEffect, useState } from "react";
import { type PrintedFigure, printedFigure } from "@/lib/domain/printed-figures";
import { useWords } from "../../form/form-context";
import { typeInto } from "../../form/type-into";

interface Input {
  input: RefObject<HTMLInputElement | null>;
  /** The name of the choice that says how sure the figure is; undefined where the record keeps no such thing. */
  marks: string | undefined;
}

/**
 * What tables print beside a figure, in the input of a sum. `takeMark` leaves the figure alone in the input once it is left, with what its
 * mark says in the choice beside it; `notice` tells of that.
 */
export function usePrintedFigure({ input, marks }: Input) {
  const word = useWords();
  const [notice, setNotice] = useState("");
  const readPrinted = (text: string): PrintedFigure => printedFigure(text, { isMarked: marks !== undefined });

  function takeMark() {
    const element = input.current;
    if (!element) return;
    const { figure, standing, isUnknown } = readPrinted(element.value);
    if (figure === element.value) return;
    const printed = element.value.trim();
    element.value = figure;
    if (marks && standing) typeInto(element.form, marks, standing);
    if (isUnknown) setNotice(word("amount.readAsUnknown", { printed }));
    else if (standing) setNotice(word("amount.readAs", { printed, standing: labelOf(element.form, marks) }));
  }

  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    // Enter sends a form without its input being left.
    form.addEventListener("submit", takeMark, { capture: true });
    return () => form.removeEventListener("submit", takeMark, { capture: true });
  });

  return { notice, forgetNotice: () => setNotice(""), readPrinted, takeMark };
}

/** What a form calls what is chosen. */
function labelOf(form: HTMLFormElement | null, name: string | undefined): string {
  const choice = name === undefined ? null : form?.elements.namedItem(name);
  return choice instanceof HTMLSelectElement ? (choice.selectedOptions[0]?.label ?? "") : "";
}
