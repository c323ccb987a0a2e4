import { expect, it } from "vitest";
import { citedBy } from "./cited-by";

const row = (id: string, source: string, ...supports: string[]) => ({ id, source, supports, place: "" });

it("names beside each value the citations that support it, by number and title, with the way to them", () => {
  const citations = [row("a", "s"), row("b", "s", "office", "meetings/m/host"), row("c", "", "office")];
  const marks = citedBy({ citations }, (id) => ({ s: "A yearbook" })[id]);
  expect(marks).toEqual({
    office: [
      { number: 2, title: "A yearbook", href: "#f-citations-b-source" },
      { number: 3, title: "", href: "#f-citations-c-source" },
    ],
    "meetings/m/host": [{ number: 2, title: "A yearbook", href: "#f-citations-b-source" }],
  });
});

it("names what a citation states instead of a value", () => {
  const citations = [{ ...row("a", "s", "office"), states: "Deputy minister" }];
  expect(citedBy({ citations }, () => undefined).office).toMatchObject([{ states: "Deputy minister" }]);
});

it("names none where nothing is cited", () => expect(citedBy({}, () => undefined)).toEqual({}));
