import { expect, test } from "vitest";
import { groupAgreements, readGrouping } from "./agreement-groups";
import type { Viewed } from "../frame/setting";

const agreement = (slug: string, values: Viewed<"agreement">["values"]): Viewed<"agreement"> => ({
  id: slug,
  kind: "agreement",
  slug,
  values,
});
const agreements = [
  agreement("training", { subject: "education-and-training", inForce: "unknown" }),
  agreement("visas", { subject: "visas-and-consular", inForce: "yes" }),
  agreement("passports", { subject: "visas-and-consular", inForce: "unknown" }),
];

test("agreements are grouped by subject in the definition's order", () => {
  const groups = groupAgreements(agreements, "subject", {});
  expect(groups.map(({ choice }) => choice)).toEqual(["visas-and-consular", "education-and-training"]);
  expect(groups[0]?.agreements.map(({ slug }) => slug)).toEqual(["visas", "passports"]);
});

test("a subject that the desk keeps has a group of its own, before what is general", () => {
  const setting = { subjects: [{ key: "archives", name: "Archives" }] };
  const all = [
    agreement("other", { subject: "other" }),
    agreement("archives", { subject: "archives" }),
    ...agreements,
  ];
  expect(groupAgreements(all, "subject", setting).map(({ choice }) => choice)).toEqual([
    ...["visas-and-consular", "education-and-training", "archives", "other"],
  ]);
});

test("agreements are grouped by status, those in force first", () => {
  expect(groupAgreements(agreements, "status", {}).map(({ choice }) => choice)).toEqual(["yes", "unknown"]);
});

test("an address that wants no known grouping gets subjects", () => {
  expect([undefined, "status", "colour", ["status"]].map((by) => readGrouping({ by }))).toEqual([
    "subject",
    "status",
    "subject",
    "subject",
  ]);
});

test("a joint statement stands apart from what may be in force", () => {
  const all = [
    ...agreements,
    agreement("statement", { subject: "general-relations", type: "joint-statement", inForce: "unknown" }),
  ];
  const groups = groupAgreements(all, "status", {});
  expect(groups.map(({ choice, agreements: of }) => [choice, of.map(({ slug }) => slug)])).toEqual([
    ["yes", ["visas"]],
    ["unknown", ["training", "passports"]],
    ["statement", ["statement"]],
  ]);
});
