import { describe, expect, test } from "vitest";
import type { Fields } from "@/lib/domain/fields/fields";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import words from "@/messages/en.json";

/** Every value that a choice or a party field of any kind can hold, countries apart. */
function choicesIn(fields: Fields): string[] {
  return Object.values(fields).flatMap((field) => {
    switch (field.kind) {
      case "rows":
        return choicesIn(field.of);
      case "choice":
        return [...field.of];
      case "country":
        return [...field.also];
      default:
        return [];
    }
  });
}

describe("the public words", () => {
  const choices = [...new Set(kindKeys.flatMap((key) => choicesIn(kindOf(key).fields)))];

  test("say every choice of every kind", () => {
    expect(choices.length).toBeGreaterThan(50);
    expect(choices.filter((choice) => !(choice in words.choices))).toEqual([]);
  });

  test("name every kind of record", () => {
    expect(kindKeys.filter((key) => !(key in words.changes.kinds))).toEqual([]);
  });
});
