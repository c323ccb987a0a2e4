/** Register entries as official sources print them, each with what the record makes of it. */
import { slugOf } from "../slugify";
import { describe, expect, it } from "vitest";
import { rowId } from "@/tests/support/rows";
import type { Typed } from "../fields/field";
import { project } from "../projection";
import { parseRecord } from "../record";
import { agreement } from "./agreement";
import { agreementRelations, inverseRelations } from "./agreement-terms";

const context = { parties: ["FR", "DE"] as const };
const source = "01890a5d-ac96-774b-bcce-b302099a8057";
const least: Typed = {
  title: "An agreement",
  type: "agreement",
  subject: "culture",
  citations: [{ source }],
};

function read(typed: Typed) {
  const { values, problems } = parseRecord(agreement, { ...least, ...typed }, context, "publish");
  const { signedOn, inForce } = agreement.completed(values);
  return { problems: problems.map(({ path, code }) => `${path}: ${code}`), signedOn, inForce };
}

const acted = (...actions: [string, string, string?, string?][]) =>
  actions.map(([party, action, date = "", effective = ""]) => ({ party, action, date, effective }));
const three: Typed[] = [{ party: "FR" }, { party: "DE" }, { name: "European Union" }];

describe("an entry of a treaty register", () => {
  it.each<[string, Typed, { signedOn?: string; inForce: string }]>([
    ["that states no action", {}, { inForce: "unknown" }],
    [
      "signed by both on one day",
      { actions: acted(["both", "signature", "1963-01-22"]) },
      { signedOn: "1963-01-22", inForce: "unknown" },
    ],
    [
      "signed by each on its own day: the last one counts",
      { actions: acted(["FR", "signature", "2001-03-01"], ["DE", "signature", "2001-02-01"]) },
      { signedOn: "2001-03-01", inForce: "unknown" },
    ],
    [
      "of three parties: the day on which it was opened for signature",
      {
        signatories: three,
        actions: acted(["FR", "signature", "2001-03-01"], ["DE", "signature", "2001-02-01"]),
      },
      { signedOn: "2001-02-01", inForce: "unknown" },
    ],
    [
      "signed definitively, in a month",
      { actions: acted(["all", "definitive-signature", "1955-10"]) },
      { signedOn: "1955-10", inForce: "unknown" },
    ],
    [
      "in force since a day",
      { actions: acted(["both", "signature", "1963-01-22"], ["both", "entry-into-force", "1963-07-02"]) },
      { signedOn: "1963-01-22", inForce: "yes" },
    ],
    ["in force, without the day", { actions: acted(["both", "entry-into-force"]) }, { inForce: "yes" }],
    [
      "ratified only",
      { actions: acted(["FR", "ratification", "1963-06-15"], ["DE", "ratification", "1963-07-02"]) },
      { inForce: "unknown" },
    ],
    [
      "provisionally applied only",
      { actions: acted(["both", "provisional-application", "1999"]) },
      { inForce: "unknown" },
    ],
    [
      "terminated",
      { actions: acted(["both", "entry-into-force", "1963"], ["both", "termination", "1999"]) },
      { inForce: "no" },
    ],
    [
      "terminated, in whatever order the rows stand",
      { actions: acted(["both", "termination", "1999"], ["both", "entry-into-force", "1963"]) },
      { inForce: "no" },
    ],
    [
      "terminated on a day that is not stated",
      { actions: acted(["both", "termination"], ["both", "entry-into-force", "1963"]) },
      { inForce: "no" },
    ],
    [
      "of two parties that one has denounced",
      { actions: acted(["both", "entry-into-force", "1963"], ["FR", "denunciation", "1998", "1999"]) },
      { inForce: "no" },
    ],
    [
      "of three parties that one has denounced: it goes on",
      {
        signatories: three,
        actions: acted(["all", "entry-into-force", "1963"], ["FR", "denunciation", "1998"]),
      },
      { inForce: "yes" },
    ],
    [
      "of three parties that all have terminated",
      {
        signatories: three,
        actions: acted(["all", "entry-into-force", "1963"], ["all", "termination", "1998"]),
      },
      { inForce: "no" },
    ],
    [
      "of two parties from which one has withdrawn, from the day on which it took effect",
      { actions: acted(["both", "entry-into-force", "1963"], ["FR", "withdrawal", "1970", "1971"]) },
      { inForce: "no" },
    ],
    [
      "of two parties from which one has withdrawn, who are in force again",
      {
        actions: acted(
          ["both", "entry-into-force", "1963"],
          ["FR", "withdrawal", "1970", "1971"],
          ["both", "entry-into-force", "1980"],
        ),
      },
      { inForce: "yes" },
    ],
    [
      "with a ratification withdrawn and given again before it came into force",
      {
        actions: acted(
          ["FR", "ratification", "1960"],
          ["FR", "withdrawal", "1961"],
          ["FR", "ratification", "1962"],
          ["both", "entry-into-force", "1963"],
        ),
      },
      { inForce: "yes" },
    ],
    [
      "of three parties from which one has withdrawn: it goes on",
      {
        signatories: three,
        actions: acted(["all", "entry-into-force", "1963"], ["FR", "withdrawal", "1970"]),
      },
      { inForce: "yes" },
    ],
    [
      "of parties that are not listed, in force for all of them: one that has withdrawn leaves it to the others",
      { actions: acted(["all", "entry-into-force", "1963"], ["FR", "withdrawal", "1970"]) },
      { inForce: "yes" },
    ],
    [
      "of three parties that all have withdrawn",
      {
        signatories: three,
        actions: acted(["all", "entry-into-force", "1963"], ["all", "withdrawal", "1970"]),
      },
      { inForce: "no" },
    ],
    [
      "suspended, and then in force again",
      {
        actions: acted(
          ["both", "entry-into-force", "1963"],
          ["both", "suspension", "1970"],
          ["both", "entry-into-force", "1975"],
        ),
      },
      { inForce: "yes" },
    ],
    [
      "extended after its term",
      { actions: acted(["both", "termination", "1970"], ["both", "extension", "1971"]) },
      { inForce: "yes" },
    ],
    [
      "replaced",
      { actions: acted(["both", "entry-into-force", "1963"], ["both", "replacement", "2019-01-22"]) },
      { inForce: "no" },
    ],
    [
      "with succession and registration, which change nothing",
      { actions: acted(["DE", "succession", "1990-10-03"], ["", "registration", "1991-02-01"]) },
      { inForce: "unknown" },
    ],
    [
      "whose date and status are stated otherwise",
      {
        actions: acted(["both", "signature", "1963-01-22"], ["both", "entry-into-force", "1963-07-02"]),
        signedOn: "1963-01-23",
        inForce: "no",
      },
      { signedOn: "1963-01-23", inForce: "no" },
    ],
  ])("%s", (_, typed, { signedOn, inForce }) => {
    expect(read(typed)).toEqual({ problems: [], signedOn, inForce });
  });

  it.each<[string, Typed, string[]]>([
    ["three signatories, one an organisation", { signatories: three }, []],
    ["a third country", { signatories: [{ party: "PL", body: "Ministry of Culture" }] }, []],
    ["a historic state by name", { signatories: [{ name: "Kingdom of Württemberg" }] }, []],
    ["a signatory without a body", { signatories: [{ party: "FR" }] }, []],
    ["an action of a party by name", { actions: [{ name: "European Union", action: "accession" }] }, []],
    ["an action of no stated party", { actions: [{ action: "registration", date: "1964" }] }, []],
    [
      "place and depositary of an action",
      {
        actions: [{ party: "FR", action: "ratification", place: "Bonn", depositary: "Government of Italy" }],
      },
      [],
    ],
    [
      "a term that is renewed tacitly",
      { expires: "2010-05", renewal: "tacit", renewalPeriod: "five years", noticePeriod: "six months" },
      [],
    ],
    ["a convention", { type: "convention" }, []],
    ["a modus vivendi", { type: "modus-vivendi" }, []],
    ["no such type", { type: "edict" }, ["type: choice.unknown"]],
    ["no such country", { signatories: [{ party: "ZZ" }] }, ["signatories/0/party: country.unknown"]],
  ])("takes %s", (_, typed, problems) => {
    const found = read(typed).problems.map((one) => one.replace(/\/[0-9a-f-]{36}\//, "/0/"));
    expect(found).toEqual(problems);
  });

  it("asks for a signatory that is neither a country nor named, once it is to be published", () => {
    const id = rowId();
    const typed = { ...least, signatories: [{ id, body: "Ministry of Culture" }] };
    expect(parseRecord(agreement, typed, context, "draft").problems).toEqual([]);
    expect(read(typed).problems).toEqual([`signatories/${id}/party: required`]);
  });

  it("is sorted, narrowed, addressed and found by what follows, and by parties of any kind", () => {
    const typed = { ...least, signatories: three, actions: acted(["all", "signature", "2004-05-01"]) };
    const { values } = parseRecord(agreement, typed, context, "publish");
    expect(values).not.toHaveProperty("signedOn");
    const { sortDate, facets, searchText } = project(agreement, values);
    expect(sortDate).toBe("2004-05-01");
    expect(facets).toMatchObject({ signedOn: "2004-05-01", inForce: "unknown", year: 2004 });
    expect(slugOf(agreement, values)).toBe("2004-an-agreement");
    expect(searchText).toContain("European Union");
  });
});

it("every relation has one that leads back", () => {
  for (const relation of agreementRelations)
    expect(inverseRelations[inverseRelations[relation]]).toBe(relation);
});
