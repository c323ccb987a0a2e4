/** Records whose every text holds what other programs look for, as the desk's forms send them. */
import type { AnyField, Fields } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { markedTexts, markers } from "@/tests/support/markers";
import type { FormValues } from "./records";

interface Setting {
  /** Stands in every text, so that searches find the record. */
  word: string;
  parties: readonly [string, string];
  /** Ids of sources to cite. */
  sources: readonly string[];
}

type Texts = Extract<AnyField, { kind: string }> & { max?: number; of?: Fields | readonly string[] };

// What takes no words: addresses, codes and the names of fields.
const wordless = ["slug", "hsCode", "field"];

/** The texts that hold every marker, within a field's limit; those of fields that are not short end with the word. */
const textsFor = ({ max = 0 }: Texts, word: string) =>
  max < 200 ? markedTexts(max) : markedTexts(max - word.length - 1).map((text) => `${text} ${word}`);

/** How many records it takes until each field of the kind has held every marker. */
export function markedCount(kind: KindKey, word: string): number {
  const texts = Object.entries(kindOf(kind).fields as Fields).filter(
    ([key, { kind: is }]) => is === "text" && !wordless.includes(key),
  );
  return Math.max(1, ...texts.map(([, field]) => textsFor(field as Texts, word).length));
}

/** What the form of the nth of a kind's records sends. */
export function markedRecord(kind: KindKey, number: number, setting: Setting): FormValues {
  const values: FormValues = {};
  fill(values, kindOf(kind).fields as Fields, "", number, setting);
  return values;
}

function fill(values: FormValues, fields: Fields, prefix: string, number: number, setting: Setting): void {
  const countries = [...setting.parties];
  for (const [key, field] of Object.entries(fields)) {
    const [name, of] = [prefix + key, (field as Texts).of];
    if (field.kind === "rows") {
      const rows = Object.entries(of as Fields).map(([inner, one]) =>
        one.kind === "text" && !wordless.includes(inner) ? textsFor(one as Texts, setting.word).length : 1,
      );
      // Each record begins with another source, so that all are cited.
      const { sources } = setting;
      const from = number % (sources.length || 1);
      const within = { ...setting, sources: [...sources.slice(from), ...sources.slice(0, from)] };
      for (let row = 0; row < Math.max(...rows); row += 1)
        fill(values, of as Fields, `${name}.${row}.`, row, within);
    } else {
      const value = sample(key, field as Texts, number, countries, setting);
      if (value !== undefined) values[name] = value;
    }
  }
}

function sample(
  key: string,
  field: Texts,
  number: number,
  countries: string[],
  { word, sources }: Setting,
): string | undefined {
  switch (field.kind) {
    case "text": {
      const texts = wordless.includes(key) ? [] : textsFor(field, word);
      return texts[number % texts.length];
    }
    case "lines":
      // Half of them at a time: a field takes no more than fifty.
      return markers.filter((_, index) => index % 2 === number % 2).join("\n");
    case "choice":
      return (field.of as readonly string[])[0];
    case "country":
      return countries.shift();
    case "partialDate":
      return "1999-05";
    case "wholeNumber":
      return String(1850 + number);
    case "webAddress":
      return `https://example.org/?${markers.filter((one) => !/\s/.test(one)).join("&")}`;
    case "reference":
      return sources[number % sources.length];
    default:
      return undefined;
  }
}
