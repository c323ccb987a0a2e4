import { countryInText } from "@/lib/domain/countries";
import type { Viewed } from "../frame/setting";

/** From where a mission that is not resident is accredited, for a sentence: from its own capital, or from a mission in this country. */
export function seatElsewhere(
  { sending, accreditedFrom }: Viewed<"mission">["values"],
  locale: string,
): { seat: "capital" | "mission"; country: string } {
  return {
    seat: accreditedFrom === sending ? "capital" : "mission",
    country: accreditedFrom === undefined ? "" : countryInText(accreditedFrom, locale),
  };
}
