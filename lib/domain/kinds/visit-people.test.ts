import { expect, it } from "vitest";
import { doubtsOf } from "../doubts";
import type { Held } from "../fields/field";
import { visit } from "./visit";

const asked = (values: Held) =>
  doubtsOf(
    visit,
    { from: "KZ", to: "MX", visitor: "Erlan Idrissov", ...values },
    { parties: ["KZ", "MX"], today: "2026-11-27" },
  ).map(({ path, code }) => `${path}: ${code}`);

it.each<[string, Held, string]>([
  [
    "the visitor among the hosts",
    { meetings: [{ id: "1", host: "Érlan  Idrissov" }] },
    "meetings: doubt.visit.metThemselves",
  ],
  [
    "one of the delegation among the hosts, by their page",
    {
      delegation: [{ id: "1", name: "A", person: "p" }],
      meetings: [{ id: "2", host: "B", hostPerson: "p" }],
    },
    "meetings: doubt.visit.metThemselves",
  ],
  [
    "the visitor in the delegation",
    { delegation: [{ id: "1", name: "ERLAN IDRISSOV" }] },
    "delegation: doubt.visit.travelsTwice",
  ],
])("asks of %s", (_, values, doubt) => expect(asked(values)).toEqual([doubt]));

it.each<[string, Held]>([
  [
    "two of one name who are two people",
    { visitorPerson: "p", meetings: [{ id: "1", host: "Erlan Idrissov", hostPerson: "q" }] },
  ],
  ["hosts without a name yet", { visitor: undefined, meetings: [{ id: "1" }] }],
  ["others", { delegation: [{ id: "1", name: "A" }], meetings: [{ id: "2", host: "B" }] }],
])("asks nothing of %s", (_, values) => expect(asked(values)).toEqual([]));
