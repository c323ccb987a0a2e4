"use client";
import { useEffect, useRef, useState } from "react";
import { readTypedAmount } from "@/lib/domain/typed-amount";
import { currencyField } from "@/lib/domain/typed-currency-field";
import { useForm, useProblem } from "../../form/form-context";
import { typeInto } from "../../form/type-into";
import { below, partsOf } from "@/lib/domain/paths";
import { FieldFrame } from "../field-frame";
import type { TextInputProps } from "../input-props";
import { useAmountUnit } from "./amount-unit";
import { currencyChoice, offeredCurrencies } from "./form-currency";
import { SumReading } from "./sum-reading";
import { usePrintedFigure } from "./use-printed-figure";

/**
 * A sum, as people paste it, with how it reads. A bare number is taken in the unit that the browser's switch says, and gets
 * the unit's word when its input is left: what stands in the input always says the whole sum.
 */
export function SumField({ spec, path, value }: TextInputProps<"decimal">) {
  const { settle } = useForm();
  const problem = useProblem(path);
  const unit = useAmountUnit();
  const input = useRef<HTMLInputElement>(null);
  const isTyped = useRef(false);
  const [typed, setTyped] = useState(value);
  const offered = () => offeredCurrencies(input.current?.form);
  const whole = (text: string) => unit.whole(text, offered());
  const marks = spec.marks && below("", ...partsOf(path).slice(0, -1), spec.marks);
  const { notice, forgetNotice, readPrinted, takeMark } = usePrintedFigure({ input, marks });

  useEffect(() => {
    const element = input.current;
    if (!element || (unit.power === 0 && !isTyped.current && element.value === value)) return;
    const read = readTypedAmount(element.value, { currencies: offered() });
    if (!read.ok || read.currencies.length > 0) return;
    element.value = unit.stated(read.amount);
    setTyped(element.value);
    // Only another unit says what stands there anew.
  }, [unit.power]);

  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    const complete = ({ formData }: FormDataEvent) => {
      if (!input.current?.isConnected || !formData.has(path)) return;
      const { figure, standing } = readPrinted(input.current.value);
      formData.set(path, isTyped.current ? whole(figure) : value);
      if (isTyped.current && marks && standing) formData.set(marks, standing);
    };
    form.addEventListener("formdata", complete);
    return () => form.removeEventListener("formdata", complete);
  });

  return (
    <FieldFrame
      spec={spec}
      path={path}
      after={
        <SumReading
          input={input}
          path={path}
          typed={whole(readPrinted(typed).figure)}
          stated={unit.stated}
          notice={notice}
          isSilent={Boolean(problem)}
        />
      }
    >
      {(control) => (
        <input
          {...control}
          ref={input}
          name={path}
          defaultValue={value}
          inputMode="decimal"
          autoComplete="off"
          onInput={(event) => {
            isTyped.current = true;
            // From here on what is typed is judged while it is typed.
            if (problem) settle(path);
            setTyped(event.currentTarget.value);
            forgetNotice();
            const { form } = event.currentTarget;
            const { figure } = readPrinted(event.currentTarget.value);
            const read = readTypedAmount(figure, { currencies: offered() });
            const [code, ...others] = "currencies" in read ? read.currencies : [];
            if (code && others.length === 0 && currencyChoice(form)?.value === "")
              typeInto(form, currencyField, code);
          }}
          onBlur={(event) => {
            if (!isTyped.current) return;
            takeMark();
            event.currentTarget.value = whole(event.currentTarget.value);
            setTyped(event.currentTarget.value);
          }}
          className="control control-amount"
        />
      )}
    </FieldFrame>
  );
}
