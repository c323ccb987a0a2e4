import { z } from "zod";
import { isValuePath, longestPath } from "../../paths";
import { type FieldOf, makeField, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface PathsField extends FieldOf<"paths", string[], true, typeof storage> {
  /** How many paths it takes. */
  readonly max: number;
}

const maxPaths = 100;

/**
 * Which values of its record a row speaks of, by their paths: a set, in which the order means nothing. Empty where it
 * speaks of the record as a whole. Whether a path leads anywhere, the record around it says.
 */
export function paths(): PathsField {
  const field = makeField<"paths", string[], true, typeof storage>(
    "paths",
    { optional: true },
    {
      sends: "set",
      storage,
      exported,
      schema: () =>
        z
          .array(z.string())
          .optional()
          .transform((typed = [], context) => {
            if (typed.length > maxPaths) return refuse(context, "paths.tooMany", { max: maxPaths });
            const read = asSet(typed);
            if (read.some((path) => path.length > longestPath || !isValuePath(path)))
              return refuse(context, "paths.unknown");
            return read.length > 0 ? read : undefined;
          }),
      type: asSet,
      // Paths are for programs: what they lead to has its own words.
      show: () => "",
      isSearched: false,
    },
  );
  return { ...field, max: maxPaths };
}

/** Paths as a set, in one order whatever order they came in. */
export function asSet(typed: readonly string[]): string[] {
  return [...new Set(typed.filter(Boolean))].sort();
}
