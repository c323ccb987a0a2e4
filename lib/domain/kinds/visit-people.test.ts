import { expect, it } from "vitest";
import { doubtsOf } from "../doubts";
import type { Held } from "../fields/field";
import { visit } from "./visit";
import { visitPeople } from "./visit-people";

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

it("reads each name once for each rule, however many people there are", () => {
  let reads = 0;
  const named = (name: string) => () => ((reads += 1), name);
  const people = Array.from({ length: 200 }, (_, number) => number);
  const delegation = people.map((number) =>
    Object.defineProperty({}, "name", { enumerable: true, get: named(`Member ${number}`) }),
  );
  const meetings = people.map((number) => ({ host: `Host ${number}` }));
  const large = { visitor: "Erlan Idrissov", delegation, meetings };
  expect(visitPeople.map(({ holds }) => holds(large))).toEqual([true, true]);
  expect(reads).toBe(2 * people.length);
});
