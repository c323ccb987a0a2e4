/** What follows from a typed record for the fields that say nothing themselves, in words. */
import type { SpecWords } from "@/components/desk/fields/making";
import { choiceOption } from "@/components/desk/fields/making";
import type { Typed } from "@/lib/domain/fields/field";
import type { KindContext } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { parseRecord } from "@/lib/domain/record";

/** By field, how the value reads that follows from the rest of the record; without those for which nothing follows. */
export function followedIn(
  kind: KindKey,
  typed: Typed,
  context: KindContext,
  words: SpecWords,
): Record<string, string> {
  const definition = kindOf(kind);
  if (definition.following.length === 0) return {};
  const { values } = parseRecord(definition, typed, context, "draft");
  const word = (choice: string) => choiceOption(choice, words).label;
  const read = Object.entries(definition.followed(values)).flatMap(([key, value]) => {
    const field = definition.fields[key];
    return field && value !== undefined ? [[key, field.show(value, { locale: "en", word })] as const] : [];
  });
  return Object.fromEntries(read);
}
