"use client";
import { useEffect, useRef, useState } from "react";
import { below, partsOf } from "@/lib/domain/paths";
import { useWords } from "../../form/form-context";
import type { OfficeChoice } from "../../form/form-spec";
import { typeInto } from "../../form/type-into";
import type { TextSpec } from "../text/spec";

// Only a form in which a person is chosen needs the calendar.
const loadCalendar = () => import("./held-on");

interface OfficesHeldProps {
  offices: readonly OfficeChoice[];
  person: NonNullable<TextSpec["person"]>;
  /** Of the name. */
  path: string;
}

/** The offices that a person held on the record's day, each with a button that fills it in. */
export function OfficesHeld({ offices, person, path }: OfficesHeldProps) {
  const word = useWords();
  const [held, setHeld] = useState<readonly { office: OfficeChoice; shown: string }[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  const { office: officeKey, rank: rankKey, day } = person;
  const beside = (key: string) => below("", ...partsOf(path).slice(0, -1), key);

  useEffect(() => {
    const form = frame.current?.closest("form");
    if (!form || !officeKey || offices.length === 0) return;
    let isGone = false;
    // The row's own day, or the record's.
    const names = day ? [beside(day), day] : [];
    const look = async () => {
      const inputs = names.map((name) => form.elements.namedItem(name));
      const input = inputs.find((one) => one instanceof HTMLInputElement);
      const { heldOn } = await loadCalendar();
      if (!isGone) setHeld(heldOn(offices, input?.value ?? "", document.documentElement.lang || "en"));
    };
    const follow = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && names.includes(target.name))
        void look().catch(() => undefined);
    };
    void look().catch(() => undefined);
    form.addEventListener("input", follow);
    return () => {
      isGone = true;
      form.removeEventListener("input", follow);
    };
    // What it depends on besides stays while the person does.
  }, [offices, day, officeKey, path]);

  function fillIn({ office, rank }: OfficeChoice) {
    const form = frame.current?.closest("form");
    if (officeKey) typeInto(form, beside(officeKey), office);
    if (rankKey && rank) typeInto(form, beside(rankKey), rank);
  }

  return (
    <div ref={frame}>
      {held.length > 0 && (
        <p className="field-offers">
          {held.map(({ office, shown }) => (
            <button key={shown} type="button" className="btn-quiet" onClick={() => fillIn(office)}>
              {word("person.fillOffice", { office: shown })}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
