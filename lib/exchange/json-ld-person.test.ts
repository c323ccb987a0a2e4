import { expect, it } from "vitest";
import { published, site, visit } from "@/tests/support/published";
import { columnsOf } from "./columns";
import { personLd } from "./json-ld-person";
import { recordLd } from "./json-ld-records";
import { tableContext } from "@/tests/support/published";
import type { PublishedRecord } from "@/lib/domain/published";

const person = published(
  "person",
  {
    name: "Erlan Idrissov",
    names: [{ name: "Ерлан Идрисов", language: "Kazakh" }],
    country: "KZ",
    offices: [{ office: "Minister of Foreign Affairs", rank: "foreign-minister", from: "2012", to: "2016" }],
    wikidata: "Q4201206",
  },
  { title: "Erlan Idrissov", slug: "erlan-idrissov", id: "01a20992-3705-7264-8916-ee462efb3ac5" },
);
const address = `${site.origin}/people/erlan-idrissov`;

it("describes a person by all names, at the address above all dossiers", () => {
  expect(personLd(person, { site, locale: "en" })).toMatchObject({
    "@type": "Person",
    "@id": address,
    name: "Erlan Idrissov",
    alternateName: ["Ерлан Идрисов"],
    nationality: { name: "Kazakhstan" },
    jobTitle: ["Minister of Foreign Affairs"],
    sameAs: "http://www.wikidata.org/entity/Q4201206",
  });
});

const named: PublishedRecord<"visit"> = {
  ...visit,
  values: { ...visit.values, visitorPerson: person.id, notHeld: "cancelled", forum: "A summit" },
};

it("has a visit's description name the person by that address, and say that the visit was cancelled", () => {
  const context = { site, dossier: tableContext.dossier!, locale: "en", day: "2026-11-27", sources: [] };
  expect(recordLd(named, { ...context, people: new Map([[person.id, address]]) })).toMatchObject({
    performer: { "@type": "Person", "@id": address, name: "Erlan Idrissov" },
    eventStatus: "https://schema.org/EventCancelled",
    superEvent: { name: "A summit" },
  });
});

it("keeps the name's column in files, and adds the person's address and name beside it", () => {
  const context = { ...tableContext, named: new Map([[person.id, person as PublishedRecord]]) };
  const cells = columnsOf("visit").map(({ name, cell }): [string, string] => [
    name,
    cell(named as PublishedRecord, context),
  ]);
  expect(Object.fromEntries(cells)).toMatchObject({
    visitor: "Erlan Idrissov",
    visitorPerson: address,
    "visitorPerson.title": "Erlan Idrissov",
    notHeld: "cancelled",
    forum: "A summit",
    "meetings.host": "José Antonio Meade|Vicente Fox",
    "meetings.hostPerson": "|",
  });
});
