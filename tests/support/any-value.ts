/** Values of every kind of field as people might type them, made from what a field says of itself: for properties. */
import fc from "fast-check";
import { countryCodes, formerCodes } from "@/lib/domain/countries";
import { isEmpty, type TypedValue } from "@/lib/domain/fields/field";
import type { Field, FieldByKind, FieldKindName, Fields } from "@/lib/domain/fields/fields";
import { type Predecessor, predecessorsOf, type SideKey } from "@/lib/domain/sides";
import type { Typed } from "@/lib/domain/fields/typed";
import { rowId } from "./rows";

/** What a record can name. */
export interface Around {
  /** The dossier's two countries, null for a record that belongs to none. */
  parties: readonly [string, string] | null;
  /** Those that stood in their place before. */
  predecessors?: readonly Predecessor[];
  /** The ids of the records that it can refer to, by kind. */
  records: Readonly<Record<string, readonly string[]>>;
  /** The ids of files. */
  files: readonly string[];
}

type Making = { [K in FieldKindName]: (field: FieldByKind[K], around: Around) => fc.Arbitrary<TypedValue> };

/** Words that some program somewhere did not bring back as they were. */
const pieces = [
  ...[
    "Qasym-Jomart Toqaev",
    "Қасым-Жомарт Тоқаев",
    "Ελλάδα",
    "محمد بن سلمان",
    "李明",
    "עברית",
    "हिन्दी",
    "ภาษาไทย",
  ],
  ...[
    "한국어",
    "ქართული",
    "N\u0303 and Ñ",
    "👩‍👩‍👧",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "soft\u00adhyphen",
    "no\u00a0break",
    "\u200fmark",
    "\ufeffmark",
  ],
  ...[
    "=1+1",
    '"quoted", ',
    "a \\ b \\N \\.",
    "<b>&amp;</b>",
    "$RC(",
    "{}",
    "null",
    "NaN",
    "%s %00",
    "it’s 'so'",
    "|",
    ";",
  ],
  ...["tab\there", "\uE000 bullet", "\uFFFD", "a  b", "${x}", "\u2028line", "1e5", "007", "true"],
];

const word = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 12 }));
const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const paragraphs = fc.array(plain, { minLength: 1, maxLength: 4 }).map((all) => all.join("\n\n"));
const longest = (max: number) =>
  fc.constantFrom(...pieces).map((piece) =>
    piece
      .repeat(Math.ceil(max / piece.length))
      .slice(0, max)
      .trim()
      .toWellFormed(),
  );

/** What texts have to look like that are no free text. */
const shaped = [
  fc
    .array(fc.stringMatching(/^[a-z0-9]{1,9}$/), { minLength: 2, maxLength: 4 })
    .map((parts) => parts.join("-")),
  fc.emailAddress(),
  fc.nat().map((number) => `Q${number + 1}`),
  fc.stringMatching(/^\d{2}(?:\d{2}){0,4}$/),
];

const two = (part: number) => String(part).padStart(2, "0");
const year = fc.oneof(fc.integer({ min: 1500, max: 2026 }), fc.integer({ min: 1, max: 2999 }));
const yearText = year.map((one) => String(one).padStart(4, "0"));
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });

/** EDTF of level 1: points as precise as they are known, in doubt or not. */
const point = fc
  .tuple(
    fc.oneof(
      yearText,
      fc.tuple(yearText, month).map(([y, m]) => `${y}-${two(m)}`),
      fc.tuple(yearText, month, day).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
      fc
        .tuple(yearText, fc.constantFrom("21", "22", "23", "24", "XX", "XX-XX", "06-XX"))
        .map((both) => both.join("-")),
      yearText.map((y) => `${y.slice(0, 3)}X`),
      yearText.map((y) => `${y.slice(0, 2)}XX`),
    ),
    fc.constantFrom("", "", "?", "~", "%"),
  )
  .map((parts) => parts.join(""));
const interval = fc
  .tuple(point, point, fc.constantFrom("both", "open", "unknown", "until"))
  .map(([one, other, ends]) => {
    if (ends === "both") return [one, other].sort().join("/");
    return ends === "until" ? `../${one}` : `${one}/${ends === "open" ? ".." : ""}`;
  });
const written = fc
  .tuple(
    year,
    month,
    day,
    fc.constantFrom("day", "dots", "american", "month", "since", "about", "season", "decade"),
  )
  .map(([y, m, d, how]) => {
    const name = new Date(Date.UTC(2000, m - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
    const ways = {
      ...{ day: `${d} ${name} ${y}`, dots: `${two(d)}.${two(m)}.${y}`, american: `${name} ${d}, ${y}` },
      ...{ month: `${name.slice(0, 3)} ${y}`, since: `since ${y}`, about: `c. ${y}` },
      ...{ season: `summer ${y}`, decade: `${Math.floor(y / 10)}0s` },
    };
    return ways[how];
  });

const digits = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map(String);
const sums = fc.oneof(
  fc.tuple(digits, fc.constantFrom("", ".5", ".07", ".99")).map((parts) => parts.join("")),
  fc.nat({ max: 999 }).map((number) => `${number}.5 mln`),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.nat({ max: 999 }))
    .map(([a, b]) => `${a} ${String(b).padStart(3, "0")} 000,5`),
  fc.constantFrom("64,0 Mrd", "1.234.567,8", "12,345,678.90", "0", "23 million"),
);
const numbers = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.nat({ max: 180 }),
    fc.constantFrom("", ".5", ".43260849", ".000001", ".100"),
  )
  .map((parts) => parts.join(""));

const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://пример.қаз/жол?сұрақ=1#бөлім",
    "http://example.org/a b?x=%20#é",
    "HTTPS://EXAMPLE.org:443/../a",
  ),
);

/** The first of several texts that the field takes; an empty one where it takes none. */
function taken(field: Field, around: Around, ...candidates: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const schema = field.schema(around);
  const takes = (typed: string) => {
    const read = schema.safeParse(typed);
    return read.success && !isEmpty(read.data);
  };
  return fc.tuple(...candidates).map((texts) => texts.find(takes) ?? "");
}

const predecessorsIn = ({ parties, predecessors }: Around, side?: SideKey) =>
  parties ? predecessorsOf({ parties, predecessors }, side) : [];

const oneOf = (ids: readonly string[] = []) => (ids.length > 0 ? fc.constantFrom(...ids) : fc.constant(""));

const making = {
  text: (field, around) => {
    const free = field.prose ? fc.oneof(plain, paragraphs) : plain;
    const any = fc.oneof({ weight: 9, arbitrary: free }, { weight: 1, arbitrary: longest(field.max) });
    return taken(field, around, any, ...shaped);
  },
  lines: (field, around) =>
    taken(
      field,
      around,
      fc.array(plain, { maxLength: 5 }).map((lines) => lines.join("\n")),
      shaped[0]!,
    ),
  choice: (field) => fc.constantFrom(...field.of),
  country: (field, around) => {
    if (field.within === "a" || field.within === "b")
      return oneOf(predecessorsIn(around, field.within).map(({ country }) => country));
    const ofDossier = around.parties && [
      ...around.parties,
      ...predecessorsIn(around).map(({ country }) => country),
    ];
    const codes = field.within === "dossier" && ofDossier ? ofDossier : [...countryCodes, ...formerCodes];
    return fc.constantFrom(...codes, ...field.also, codes[0]!.toLowerCase());
  },
  decimal: (field, around) => taken(field, around, field.money ? sums : numbers, numbers, fc.constant("1")),
  partialDate: (field, around) => taken(field, around, fc.oneof(point, interval, written), yearText),
  wholeNumber: ({ min, max }) => fc.integer({ min, max }).map(String),
  webAddress: (field, around) => taken(field, around, addresses, fc.constant("https://example.org")),
  reference: ({ to }, { records }) => oneOf(records[to]),
  references: ({ to }, { records }) => fc.shuffledSubarray([...(records[to] ?? [])].slice(0, 5)),
  // What a row can speak of is known once there is a record around it: any-record.ts.
  paths: () => fc.constant([]),
  file: (_field, { files }) => oneOf(files),
  rows: ({ of }, around) =>
    fc.uniqueArray(
      fc
        // Ids that rows of other fields and records have as well.
        .tuple(fc.nat({ max: 12 }), anyValues(of, around))
        .map(([number, row]): Typed => ({ id: rowId(number), ...row })),
      { maxLength: 4, selector: ({ id }) => id },
    ),
} satisfies Making;

function valueOf<K extends FieldKindName>(
  kind: K,
  field: FieldByKind[K],
  around: Around,
): fc.Arbitrary<TypedValue> {
  const makers: Making = making;
  return makers[kind](field, around);
}

/** Typed values for a set of fields: those that may be empty are left out now and then. */
export function anyValues(fields: Fields, around: Around): fc.Arbitrary<Typed> {
  const values = Object.entries(fields).map(([key, field]) => {
    const filled = valueOf(field.kind, field, around);
    const empty = fc.constant<TypedValue>(field.sends === "text" ? "" : []);
    return [key, field.optional ? fc.oneof(filled, filled, empty) : filled] as const;
  });
  return fc.record(Object.fromEntries(values));
}
