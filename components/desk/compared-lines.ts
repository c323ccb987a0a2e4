/** Two versions of a record beside each other, place by place. */
import { type Difference, differences, mergeTyped, rowsOnlyOf } from "@/lib/domain/compare";
import type { Typed } from "@/lib/domain/fields/typed";
import { fieldOf } from "@/lib/domain/paths";
import { type WordChange, wordChanges } from "@/lib/domain/word-changes";
import { describeTyped, type Describing } from "./fields/parts";
import { labelAt } from "./form/form-paths";
import type { FieldSpec } from "./form/form-spec";

/** One place in which the versions differ: a field, one row of it, or the order of its rows. */
export interface ComparedLine extends Pick<Difference, "path" | "what"> {
  label: string;
  /** In plain words; none where nothing was filled in, or where there was no such row. */
  then: string[];
  now: string[];
  /** The two, line below line, by the words that they share; null where one of them says nothing. */
  words: WordChange[] | null;
}

/** A version of a record with its wording. */
export interface ComparedVersion {
  typed: Typed;
  describing: Describing;
}

/** The places in which a version differs from another, as from the record as it is now, in the form's order. */
export function comparedLines(
  fields: readonly FieldSpec[],
  then: ComparedVersion,
  now: ComparedVersion,
): ComparedLine[] {
  const differing = differences(now.typed, then.typed);
  // Numbers are those of a record that holds the rows of both, so that no two rows have the same.
  const numbered = mergeTyped(now.typed, then.typed, rowsOnlyOf("theirs", differing));
  return fields.flatMap((field) =>
    differing
      .filter(({ path }) => fieldOf(path) === field.key)
      .map(({ path, what, mine, theirs }) => {
        const [before, after] = [
          describeTyped(field, theirs, then.describing),
          describeTyped(field, mine, now.describing),
        ];
        return {
          ...{ path, what, then: before, now: after },
          label: labelAt(fields, path, numbered),
          words:
            before.length > 0 && after.length > 0 ? wordChanges(before.join("\n"), after.join("\n")) : null,
        };
      }),
  );
}
