/** Doubts about what is typed in a form, by the rules that publication asks. Loaded once a form is typed in. */
import { doubtsOf } from "@/lib/domain/doubts";
import { typedRows, type Typed } from "@/lib/domain/fields/typed";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { readableIn } from "@/lib/domain/record";
import { contextOf, type Sides } from "@/lib/domain/sides";
import { todaysDay } from "@/lib/domain/today";
import type { ShownDoubt } from "./answer";
import { fill, wordAt, type Words } from "./fill";

/** What a form is about, as its rules need to know it. */
export interface TypedIn {
  kind: KindKey;
  /** Those of its dossier, null where it belongs to none. */
  sides: Sides | null;
  /** The words of problems, as they are written. */
  problemWords: Words;
}

/** What is doubtful about what is typed, as far as it can be read; not what a form begins with, such as its emptiness. */
export function typedDoubts({ kind, sides, problemWords }: TypedIn, typed: Typed): ShownDoubt[] {
  if (isBarelyBegun(typed)) return [];
  const definition = kindOf(kind);
  const context = contextOf(sides);
  const values = readableIn(definition, typed, context);
  return doubtsOf(definition, values, { ...context, today: todaysDay() })
    .filter(({ isOfUnfinished }) => !isOfUnfinished)
    .map(({ path, code, params = {} }) => ({ path, message: fill(wordAt(problemWords, code), params) }));
}

/** Whether the other records of a kind can make one doubtful: only the server knows them. */
export function asksOthers(kind: KindKey): boolean {
  const { alike, series } = kindOf(kind);
  return alike.length > 0 || series !== null;
}

function isBarelyBegun(typed: Typed): boolean {
  return Object.values(typed).every((value) =>
    typeof value === "string" ? value === "" : typedRows(value).length === 0 && value.length === 0,
  );
}
