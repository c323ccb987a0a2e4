"use client";
import { type RefObject, useEffect, useState } from "react";
import { normalDecimal, sum } from "@/lib/domain/money";
import { useWords } from "../form/form-context";

type Amounts = { a: string | null; b: string | null; total: string | null; totalTyped: boolean };

/** Checks a year's parts against its total while they are typed; fills the total in where it is empty. */
export function PartsAndTotal({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const word = useWords();
  const [amounts, setAmounts] = useState<Amounts | null>(null);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const read = () => setAmounts(amountsIn(element));
    read();
    element.addEventListener("input", read);
    return () => element.removeEventListener("input", read);
  }, [form]);

  const { a, b, total, totalTyped } = amounts ?? { a: null, b: null, total: null, totalTyped: false };
  const parts = a !== null && b !== null ? sum(a, b) : null;
  const isAbove =
    parts === null &&
    total !== null &&
    [a, b].some((part) => part !== null && sum(total, `-${part}`)[0] === "-");
  const text = isAbove
    ? word("parts.above")
    : parts === null
      ? ""
      : total === null
        ? word("parts.sum", { sum: grouped(parts) })
        : parts === total
          ? word("parts.agrees")
          : ""; // What is doubtful about it, its rule says.

  return (
    <div className="parts">
      <p className={isAbove ? "field-after field-after-wrong" : "field-after"} role="status">
        {text}
      </p>
      {parts !== null && !totalTyped && (
        <button
          type="button"
          className="btn-quiet"
          onClick={() => {
            const input = form.current && inputOf(form.current, "total");
            if (!input) return;
            input.value = parts;
            // As if it had been typed, for all who listen.
            input.dispatchEvent(new Event("input", { bubbles: true }));
            input.focus();
          }}
        >
          {word("parts.use", { sum: grouped(parts) })}
        </button>
      )}
    </div>
  );
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const input = form.elements.namedItem(name);
  return input instanceof HTMLInputElement ? input : null;
}

function amountsIn(form: HTMLFormElement): Amounts {
  const typed = (name: string) => inputOf(form, name)?.value.trim() ?? "";
  const amount = (name: string) => normalDecimal(typed(name), { grouping: true });
  return {
    a: amount("exportsA"),
    b: amount("exportsB"),
    total: amount("total"),
    totalTyped: typed("total") !== "",
  };
}

/** Digits in groups of three, the same in every browser. */
function grouped(amount: string): string {
  const [whole = "", fraction] = amount.split(".");
  // eslint-disable-next-line regexp/no-super-linear-move -- a sum has some twenty digits
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${text}.${fraction}` : text;
}
