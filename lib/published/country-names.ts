import "server-only";
import { loadCountryNames } from "@/lib/database/country-names";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";

/** A handler of requests that has each begin with what countries are called now: whatever it says may name any. */
export function withCountryNames<R extends unknown[]>(
  handler: (...request: R) => Promise<void>,
): (...request: R) => Promise<void> {
  return async (...request) => {
    noteTags(cacheTag.countryNames());
    await loadCountryNames();
    return handler(...request);
  };
}
