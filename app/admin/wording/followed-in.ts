/** What follows from a typed record for the fields that say nothing themselves, in words. */
import type { SpecWords } from "@/components/desk/fields/making";
import { choiceOption } from "@/components/desk/fields/making";
import type { Typed } from "@/lib/domain/fields/field";
import { followedReadings } from "@/lib/domain/followed";
import type { KindContext } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";

/** By field, how the value reads that follows from the rest of the record; without those for which nothing follows. */
export function followedIn(
  kind: KindKey,
  typed: Typed,
  context: KindContext,
  words: SpecWords,
): Record<string, string> {
  return followedReadings(kindOf(kind), typed, context, (choice) => choiceOption(choice, words).label);
}
