/** What follows from what is typed just now. Loaded once a form is typed in: it knows the definitions of all kinds. */
import { contextOf } from "@/lib/domain/sides";
import type { Typed } from "@/lib/domain/fields/typed";
import { followedReadings } from "@/lib/domain/followed";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { TypedIn } from "./typed-doubts";
import type { FieldSpec } from "./form-spec";

/** How the value of a field reads that follows from the rest of the form; undefined where nothing follows. */
export function followedNow(
  { kind, sides }: Pick<TypedIn, "kind" | "sides">,
  spec: FieldSpec,
  typed: Typed,
): string | undefined {
  const options = ("options" in spec && spec.options) || [];
  const word = (choice: string) => options.find(({ value }) => value === choice)?.label ?? choice;
  return followedReadings(kindOf(kind), typed, contextOf(sides), word)[spec.key];
}
