"use client";
import { type RefObject, useEffect, useReducer } from "react";
import { isDash } from "@/lib/domain/dashes";
import { readAmount } from "@/lib/domain/money";
import { readTypedAmount, type TypedAmount } from "@/lib/domain/typed-amount";
import { currencyField } from "@/lib/domain/typed-currency-field";
import { useWords } from "../../form/form-context";
import { typeInto } from "../../form/type-into";
import { currencyChoice, currencyLabel, offeredCurrencies } from "./form-currency";

interface SumReadingProps {
  input: RefObject<HTMLInputElement | null>;
  path: string;
  typed: string;
  /** A canonical decimal as it is typed in the unit that is set. */
  stated(amount: string): string;
  /** What was made of what stood there before. */
  notice: string;
  /** The desk has said what is wrong: it need not be said twice. */
  isSilent: boolean;
}

/** So many of the currencies that a sign can mean are offered: those first that are customary. */
const mostOffered = 3;

interface Offer {
  said: string;
  /** The input, and what it then holds. */
  into: string;
  value: string;
}

/** How a sum will read: a nought too many shows at once in words, hardly in digits. What is open is asked. */
export function SumReading({ input, path, typed, stated, notice, isSilent }: SumReadingProps) {
  const word = useWords();
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const form = input.current?.form;
  useEffect(() => {
    const choice = currencyChoice(input.current?.form);
    choice?.addEventListener("input", drawAnew);
    return () => choice?.removeEventListener("input", drawAnew);
  }, [input]);

  const text = typed.trim();
  if (!text)
    return (
      <p className="field-after" aria-live="polite">
        {notice}
      </p>
    );
  const read = readTypedAmount(text, { currencies: offeredCurrencies(form) });
  const { asks, offers } = read.ok ? currencyDoubt(read, path, form, word, stated) : { asks: "", offers: [] };
  const says = read.ok
    ? word("amountReads", { amount: readAmount(read.amount) })
    : word(
        isDash(text)
          ? "amount.dash"
          : read.problem === "decimal.ambiguous"
            ? "amount.ambiguous"
            : "notANumber",
      );
  const choices = read.problem === "decimal.ambiguous" ? read.choices : isDash(text) ? ["0"] : [];
  const all = [
    ...choices.map((choice): Offer => {
      const said = word("amount.use", { amount: readAmount(choice) });
      return { said, into: path, value: stated(choice) };
    }),
    ...(isDash(text) ? [{ said: word("amount.leaveEmpty"), into: path, value: "" }] : []),
    ...offers,
  ];
  return (
    <>
      <p className={read.ok ? "field-after field-reading" : "field-after"} aria-live="polite">
        {!isSilent && [notice, says, asks].filter(Boolean).join(" ")}
      </p>
      {all.length > 0 && (
        <p className="field-offers">
          {all.map(({ said, into, value }) => (
            <button
              key={said}
              type="button"
              className="btn-quiet"
              onClick={() => typeInto(form, into, value)}
            >
              {said}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

/** What is to be asked of a sum whose sign or code is not surely of the record's currency. */
function currencyDoubt(
  { amount, currencies }: Extract<TypedAmount, { ok: true }>,
  path: string,
  form: HTMLFormElement | null | undefined,
  word: ReturnType<typeof useWords>,
  stated: (amount: string) => string,
): { asks: string; offers: Offer[] } {
  const chosen = currencyChoice(form)?.value ?? "";
  const [code, ...others] = currencies;
  if (code === undefined || currencies.includes(chosen)) return { asks: "", offers: [] };
  if (!chosen && others.length === 0) return { asks: "", offers: [] };
  const label = (one: string) => currencyLabel(form, one);
  const use = (one: string): Offer => ({
    said: word("amount.useCurrency", { named: label(one) }),
    into: currencyField,
    value: one,
  });
  if (!chosen)
    return { asks: word("amount.whichCurrency"), offers: currencies.slice(0, mostOffered).map(use) };
  const named = currencies.slice(0, mostOffered).map(label).join(", ");
  const leave = {
    said: word("amount.leaveSign", { chosen: label(chosen) }),
    into: path,
    value: stated(amount),
  };
  return {
    asks: word("amount.otherCurrency", { named, chosen: label(chosen) }),
    offers: others.length ? [leave] : [use(code), leave],
  };
}
