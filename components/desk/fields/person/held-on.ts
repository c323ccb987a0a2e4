/** Which offices a person held on a day that is being typed. */
import { showPartialDate } from "@/lib/domain/date-words";
import { officesOn, termOf } from "@/lib/domain/offices";
import { readTypedDate } from "@/lib/domain/typed-date";
import type { OfficeChoice } from "../../form/form-spec";

/** The offices that may have been held on a typed date, the latest first, with how each reads; all where it is none yet. */
export function heldOn(
  offices: readonly OfficeChoice[],
  typed: string,
  locale: string,
): { office: OfficeChoice; shown: string }[] {
  const read = readTypedDate(typed.trim(), locale);
  return officesOn(offices, read.ok ? read.edtf : undefined).map((office) => {
    const term = termOf(office);
    return { office, shown: term ? `${office.office} (${showPartialDate(term, locale)})` : office.office };
  });
}
