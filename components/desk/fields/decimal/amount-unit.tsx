"use client";
import { useId, useSyncExternalStore } from "react";
import { perPower } from "@/lib/domain/money";
import { amountPowers, type AmountPower, typeAmount, withMagnitude } from "@/lib/domain/typed-amount";
import { useWords } from "../../form/form-context";

const kept = "entente.amounts-in";
const changed = "entente:amounts-in";

function power(): AmountPower {
  try {
    const stored = Number(localStorage.getItem(kept));
    return amountPowers.find((one) => one === stored) ?? 0;
  } catch {
    return 0; // A browser that keeps nothing for us types whole units.
  }
}

function follow(tell: () => void): () => void {
  addEventListener(changed, tell);
  addEventListener("storage", tell);
  return () => {
    removeEventListener(changed, tell);
    removeEventListener("storage", tell);
  };
}

export interface TypedIn {
  /** The power of ten. */
  power: AmountPower;
  /** What was typed, with the word of the unit where it is a number without one. */
  whole(text: string, currencies: readonly string[]): string;
  /** A canonical decimal as it is typed in this unit: "23 million". */
  stated(amount: string): string;
}

/** In what sums are typed in this browser. */
export function useAmountUnit(): TypedIn {
  const word = useWords();
  const current = useSyncExternalStore(follow, power, () => 0 as const);
  const magnitude = current === 0 ? "" : word(`amount.word${current}`);
  return {
    power: current,
    whole: (text, currencies) => withMagnitude(text, magnitude, { currencies }),
    stated: (amount) => [typeAmount(perPower(amount, current)), magnitude].filter(Boolean).join(" "),
  };
}

/** The switch for what sums are typed in: as it is set, it stays, in every form of this browser. */
export function AmountUnit() {
  const word = useWords();
  const id = useId();
  const unit = useAmountUnit();
  return (
    <div className="field-frame">
      <label htmlFor={id} className="field-label">
        {word("amount.unit")}
      </label>
      <select
        id={id}
        aria-describedby={`${id}-help`}
        className="control control-choice"
        value={unit.power}
        // It is no part of the record: the form need not save for it.
        onInput={(event) => event.stopPropagation()}
        onChange={(event) => {
          try {
            localStorage.setItem(kept, event.currentTarget.value);
          } catch {
            return;
          }
          dispatchEvent(new Event(changed));
        }}
      >
        {amountPowers.map((one) => (
          <option key={one} value={one}>
            {word(`amount.power${one}`)}
          </option>
        ))}
      </select>
      <p id={`${id}-help`} className="field-help">
        {word("amount.unitHelp")}
      </p>
    </div>
  );
}
