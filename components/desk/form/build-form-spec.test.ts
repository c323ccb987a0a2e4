import { describe, expect, test } from "vitest";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { buildFormSpec } from "./build-form-spec";
import type { FieldSpec } from "./form-spec";
import { words } from "./test-words";

const parties = ["KZ", "MX"] as const;
const predecessors = [
  { side: "countryA", country: "SU" },
  { side: "countryB", country: "YU", to: "1992" },
] as const;
const specOf = (kind: (typeof kindKeys)[number]) => buildFormSpec(kind, { parties }, words);
const specWithPredecessors = (kind: (typeof kindKeys)[number]) =>
  buildFormSpec(kind, { parties, predecessors }, words);

describe.each(kindKeys)("the form of the kind %s", (kind) => {
  const spec = specWithPredecessors(kind);

  test("has every field of the definition, in its order, with words", () => {
    expect(spec.fields.map(({ key }) => key)).toEqual(Object.keys(kindOf(kind).fields));
    for (const field of allFields(spec.fields)) {
      expect(field.label).not.toBe("");
      expect(field.label).not.toContain("{");
    }
  });

  test("has words for every choice that is no code", () => {
    for (const field of allFields(spec.fields)) {
      if (field.kind !== "choice") continue;
      for (const { value, label } of field.options) {
        const isCode = /^[A-Z]{3}$/.test(value);
        if (!isCode) expect(words.has(`choices.${value}`), `choices.${value}`).toBe(true);
        expect(label).not.toBe("");
      }
    }
  });

  test("is plain data, as it is sent to a browser", () => {
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  });
});

test("the forms together use every kind of field", () => {
  const used = new Set(kindKeys.flatMap((kind) => allFields(specOf(kind).fields).map((field) => field.kind)));
  expect([...used].sort()).toEqual([
    "choice",
    "country",
    "decimal",
    "file",
    "lines",
    "partialDate",
    "paths",
    "reference",
    "references",
    "rows",
    "text",
    "webAddress",
    "wholeNumber",
  ]);
});

test("a trade form names the countries of its dossier", () => {
  const labels = specOf("tradeYear").fields.map((field) => field.label);
  expect(labels).toContain("Exports of Kazakhstan to Mexico");
  expect(labels).toContain("Exports of Mexico to Kazakhstan");
});

test("a party field offers the dossier's two countries and what else it takes", () => {
  const reporter = specOf("tradeYear").fields.find(({ key }) => key === "reporter");
  expect(reporter).toMatchObject({
    options: [{ value: "KZ" }, { value: "MX" }, { value: "third-source" }, { value: "not-stated" }],
  });
});

test("predecessors are offered after the two, with their years; fields for them only where there are any", () => {
  const fieldOf = (kind: "visit" | "event", key: string) =>
    specWithPredecessors(kind).fields.find((one) => one.key === key);
  const [su, yu] = [
    { value: "SU", label: "Soviet Union (1922–1991)" },
    { value: "YU", label: "Yugoslavia (1918–1992)" },
  ];
  expect(fieldOf("visit", "from")).toMatchObject({ options: [{ value: "KZ" }, { value: "MX" }, su, yu] });
  expect(fieldOf("event", "predecessorB")).toMatchObject({ label: "In place of Mexico", options: [yu] });
  expect(specOf("event").fields.map(({ key }) => key)).not.toContain("predecessorB");
});

test("every country is sent once, and only where some field offers them all", () => {
  expect(specOf("dossier").countries.length).toBeGreaterThan(200);
  expect(specOf("tradeYear").countries).toEqual([]);
});

test("a citation can say which of the record's own values it supports", () => {
  const citations = specOf("visit").fields.find(({ key }) => key === "citations");
  const field = citations?.kind === "rows" ? citations.of.find(({ key }) => key === "supports") : undefined;
  expect(field).toMatchObject({ kind: "paths", sends: "set", optional: true });
});

test("two fields for the dossier's two countries are a pair", () => {
  expect(specOf("visit").pair).toEqual(["from", "to"]);
  expect(specOf("mission").pair).toEqual(["sending", "receiving"]);
  expect(specOf("tradeYear").pair).toBeNull();
});

function allFields(fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.flatMap((field) => (field.kind === "rows" ? [field, ...allFields(field.of)] : [field]));
}
