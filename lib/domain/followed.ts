/** How what follows from a typed record reads, for the fields that say nothing themselves. */
import type { Typed } from "./fields/typed";
import type { Kind, KindContext } from "./kinds/define-kind";
import { parseRecord } from "./record";

/** By field, how its value reads that follows from the rest; without those for which nothing follows. */
export function followedReadings(
  kind: Kind,
  typed: Typed,
  context: KindContext,
  word: (choice: string) => string,
): Record<string, string> {
  if (kind.following.length === 0) return {};
  const { values } = parseRecord(kind, typed, context, "draft");
  const read = Object.entries(kind.followed(values)).flatMap(([key, value]) => {
    const field = kind.fields[key];
    return field && value !== undefined ? [[key, field.show(value, { locale: "en", word })] as const] : [];
  });
  return Object.fromEntries(read);
}
