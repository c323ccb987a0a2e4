"use client";
import { type RefObject, useEffect, useState } from "react";
import { groupedAmount, sum } from "@/lib/domain/money";
import { printedFigure } from "@/lib/domain/printed-figures";
import { readTypedAmount } from "@/lib/domain/typed-amount";
import { type TypedIn, useAmountUnit } from "../fields/decimal/amount-unit";
import { offeredCurrencies } from "../fields/decimal/form-currency";
import { typeInto } from "../form/type-into";
import { useWords } from "../form/form-context";

type Amounts = { a: string | null; b: string | null; total: string | null; totalTyped: boolean };

/** Checks a year's parts against its total while they are typed; fills the total in where it is empty. */
export function PartsAndTotal({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const word = useWords();
  const unit = useAmountUnit();
  const [amounts, setAmounts] = useState<Amounts | null>(null);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const read = () => setAmounts(amountsIn(element, unit));
    read();
    element.addEventListener("input", read);
    return () => element.removeEventListener("input", read);
  }, [form, unit.power]);

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
        ? word("parts.sum", { sum: groupedAmount(parts) })
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
            typeInto(form.current, "total", unit.stated(parts));
            if (form.current) inputOf(form.current, "total")?.focus();
          }}
        >
          {word("parts.use", { sum: groupedAmount(parts) })}
        </button>
      )}
    </div>
  );
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const input = form.elements.namedItem(name);
  return input instanceof HTMLInputElement ? input : null;
}

function amountsIn(form: HTMLFormElement, unit: TypedIn): Amounts {
  const currencies = offeredCurrencies(form);
  const typed = (name: string) => inputOf(form, name)?.value.trim() ?? "";
  const amount = (name: string) => {
    const { figure } = printedFigure(typed(name), { isMarked: true });
    const read = readTypedAmount(unit.whole(figure, currencies), { currencies });
    return read.ok ? read.amount : null;
  };
  return {
    a: amount("exportsA"),
    b: amount("exportsB"),
    total: amount("total"),
    totalTyped: typed("total") !== "",
  };
}
