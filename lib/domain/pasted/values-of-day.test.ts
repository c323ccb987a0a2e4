import { expect, it } from "vitest";
import { kinds } from "../kinds/registry";
import { withoutValuesOfDay } from "./values-of-day";

const enters = (date: string) => [{ id: "1", action: "entry-into-force", party: "both", date }];
const kept = (values: Record<string, unknown>, stood = {}) => {
  const typed = { title: "Treaty", inForce: String(values.inForce) };
  return withoutValuesOfDay(kinds.agreement, typed, values, { day: "2026-11-27", stood });
};

it.each([
  ["no", enters("2027-01-01")],
  ["yes", [...enters("2010-01-01"), { id: "2", action: "termination", party: "both", date: "2027-01-01" }]],
])("takes %s for no statement where it turns later", (inForce, actions) =>
  expect(kept({ inForce, actions })).toEqual({ title: "Treaty" }),
);

it.each([
  ["what does not turn", { inForce: "yes", actions: enters("2020-01-01") }, {}],
  ["what the actions do not make", { inForce: "no", actions: enters("2020-01-01") }, {}],
  ["what is not known otherwise", { inForce: "no" }, {}],
  ["what the record stated before", { inForce: "no", actions: enters("2027-01-01") }, { inForce: "no" }],
])("keeps %s", (_, values, stood) => expect(kept(values, stood)).toMatchObject({ inForce: values.inForce }));
