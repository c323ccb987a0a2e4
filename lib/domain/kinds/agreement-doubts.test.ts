/** What is asked of an agreement of two countries, and what registers have every day and is not asked. */
import { describe, expect, it } from "vitest";
import { doubtsOf } from "../doubts";
import { records } from "../../../prisma/seed/kazakhstan-mexico";
import type { Held } from "../fields/field";
import type { Predecessor } from "../sides";
import { parseRecord } from "../record";
import { agreement } from "./agreement";

const two = [{ party: "FR" }, { party: "DE" }];
const three = [...two, { party: "IT" }];
const before: Predecessor[] = [{ side: "countryB", country: "DD" }];

/** The codes of what is asked of an agreement in a dossier of France and Germany. */
function asked(values: Held): string[] {
  const context = { parties: ["FR", "DE"] as const, predecessors: before, today: "2026-11-26" };
  return doubtsOf(agreement, { signatories: two, ...values }, context).map(
    ({ path, code }) => `${path}: ${code.replace("doubt.agreement.", "")}`,
  );
}

const acted = (...actions: [string | undefined, string, string?, string?][]) => ({
  actions: actions.map(([party, action, date, effective], at) => ({
    id: String(at),
    ...{ party, action, date, effective },
  })),
});

const related = (...relations: [string, string][]) => ({
  relations: relations.map(([relation, other], at) => ({ id: String(at), relation, other })),
});

describe("asked of an agreement:", () => {
  it.each<[string, Held, string]>([
    [
      "a language of no original title",
      { originalLanguage: "Kazakh", title: "A" },
      "originalLanguage: languageOfNoTitle",
    ],
    [
      "terminated by another and in force",
      { inForce: "yes", ...related(["terminated-by", "x"]) },
      "relations: endedByRelation",
    ],
    [
      "replaced and in force by its actions",
      { ...acted(["both", "entry-into-force", "1995"]), ...related(["replaced-by", "x"]) },
      "relations: endedByRelation",
    ],
    [
      "replaces what replaces it",
      { inForce: "no", ...related(["replaces", "x"], ["replaced-by", "x"]) },
      "relations: relatedBothWays",
    ],
    [
      "amended after its end",
      acted(["both", "termination", "1970"], ["both", "amendment", "1980"]),
      "actions: changedAfterEnd",
    ],
    [
      "suspended after its end",
      acted(["FR", "denunciation", "1970", "1971"], ["both", "suspension", "1972"]),
      "actions: changedAfterEnd",
    ],
    [
      "replaced before its entry into force",
      acted(["both", "replacement", "1961"], ["both", "entry-into-force", "1962"]),
      "actions: stoppedBeforeInForce",
    ],
    [
      "suspended before its entry into force",
      acted(["both", "suspension", "1961"], ["both", "entry-into-force", "1962"]),
      "actions: stoppedBeforeInForce",
    ],
    [
      "ratified after its entry into force",
      acted(["both", "entry-into-force", "1962"], ["FR", "ratification", "1965"]),
      "actions: ratifiedAfterInForce",
    ],
    ["ratified by another", acted(["IT", "ratification", "1965"]), "actions: actsAsNoParty"],
    [
      "signed by another",
      acted(["both", "signature", "1960"], ["IT", "signature", "1960"]),
      "actions: actsAsNoParty",
    ],
    ["left by another", acted(["IT", "withdrawal", "1965"]), "actions: actsAsNoParty"],
    ["signed by one alone", acted(["FR", "signature", "1960"]), "signatories: neverSigned"],
    [
      "signed by one alone and ratified by both",
      acted(["FR", "signature", "1960"], ["FR", "ratification", "1961"], ["DE", "ratification", "1961"]),
      "signatories: neverSigned",
    ],
    ["with a signatory twice", { signatories: [...two, { party: "DE" }] }, "signatories: listedTwice"],
    [
      "with a body twice",
      { signatories: [...two, { party: "DE", body: "Ministry" }, { party: "DE", body: "ministry " }] },
      "signatories: listedTwice",
    ],
    ["expired, not renewed", { expires: "1990", renewal: "not-renewed", inForce: "yes" }, "expires: expired"],
    ["expired, of which no more is said", { expires: "1990-05-01", inForce: "yes" }, "expires: expired"],
    [
      "expired, in force by its actions",
      { expires: "1990", renewal: "not-renewed", ...acted(["both", "entry-into-force", "1980"]) },
      "expires: expired",
    ],
    [
      "expired before it was signed",
      { expires: "1990", signedOn: "1995" },
      "expires: expiresBeforeSignature",
    ],
    [
      "expired before its signatures",
      { expires: "1990", ...acted(["both", "signature", "1995"]) },
      "expires: expiresBeforeSignature",
    ],
    [
      "with an effect before its date",
      acted(["both", "amendment", "1970-05-02", "1970-05-01"]),
      "actions/0/effective: effectBeforeDate",
    ],
    [
      "in force before its signature",
      { signedOn: "1970-05-02", ...acted(["both", "entry-into-force", undefined, "1970-05-01"]) },
      "actions: effectBeforeSignature",
    ],
    [
      "in force by its date before its signature",
      { signedOn: "1963", ...acted(["both", "entry-into-force", "1955"]) },
      "actions: effectBeforeSignature",
    ],
    [
      "in force before it was signed by its actions",
      acted(["both", "signature", "1963"], ["both", "entry-into-force", "1955"]),
      "actions: effectBeforeSignature",
    ],
  ])("%s", (_, values, doubt) => {
    expect(asked(values)).toEqual([doubt]);
  });
});

describe("not asked of an agreement:", () => {
  it.each<[string, Held]>([
    ["replaced, and not in force", { inForce: "no", ...related(["replaced-by", "x"]) }],
    ["amended and related", { inForce: "yes", ...related(["amended-by", "x"], ["related-to", "x"]) }],
    [
      "replaces one and is replaced by another",
      { inForce: "no", ...related(["replaces", "x"], ["replaced-by", "y"]) },
    ],
  ])("%s", (_, values) => expect(asked(values)).toEqual([]));

  it.each<[string, Held]>([
    [
      "amended, then denounced with notice",
      acted(
        ["both", "entry-into-force", "1960"],
        ["FR", "denunciation", "1970", "1971"],
        ["both", "amendment", "1970-06"],
      ),
    ],
    [
      "amended in the year of its end",
      acted(["both", "termination", "1970"], ["both", "amendment", "1970-06"]),
    ],
    [
      "in force again, then amended",
      acted(
        ["both", "entry-into-force", "1960"],
        ["both", "termination", "1970"],
        ["both", "entry-into-force", "1975"],
        ["both", "amendment", "1980"],
      ),
    ],
    [
      "extended after its end, then amended",
      acted(["both", "termination", "1970"], ["both", "extension"], ["both", "amendment", "1980"]),
    ],
    [
      "amended before its entry into force",
      acted(["both", "amendment", "1961"], ["both", "entry-into-force", "1962"]),
    ],
    [
      "replaced by another when it had ended",
      acted(["both", "termination", "1970"], ["both", "replacement", "1972"]),
    ],
    [
      "suspended while it was applied provisionally",
      acted(
        ["both", "provisional-application", "1960"],
        ["both", "suspension", "1961"],
        ["both", "entry-into-force", "1962"],
      ),
    ],
    [
      "suspended and in force again",
      acted(
        ["both", "entry-into-force", "1960"],
        ["both", "suspension", "1961"],
        ["both", "entry-into-force", "1962"],
      ),
    ],
    [
      "of three, one of which ratifies when it is in force",
      {
        signatories: three,
        ...acted(
          ["FR", "signature", "1960"],
          ["all", "entry-into-force", "1962"],
          ["IT", "ratification", "1965"],
        ),
      },
    ],
    [
      "of two to which others accede and which they leave",
      acted(
        ["both", "entry-into-force", "1962"],
        ["IT", "accession", "1965"],
        ["IT", "withdrawal", "1970"],
        ["CH", "succession", "1965", "1960"],
      ),
    ],
    [
      "registered and notified by others",
      acted(["CH", "notification", "1962"], ["US", "registration", "1963"]),
    ],
    ["denounced by the country before", acted(["DD", "denunciation", "1962"])],
    ["signed by the country before", acted(["FR", "signature", "1960"], ["DD", "signature", "1961"])],
    ["signed by both together", acted(["both", "signature", "1960"], ["FR", "signature", "1960"])],
    ["signed, by whom is not said", acted([undefined, "signature", "1960"], ["FR", "signature", "1960"])],
    ["made by a note and its acceptance", acted(["FR", "signature", "1960"], ["DE", "acceptance", "1961"])],
    [
      "signed by a party that is listed by name",
      {
        signatories: [{ party: "FR" }, { party: "DE" }, { name: "European Union" }],
        ...acted(["FR", "signature", "1960"]),
      },
    ],
    ["ratified only", acted(["FR", "ratification", "1960"])],
    [
      "signed by several bodies of one country",
      {
        signatories: [
          ...two,
          { party: "DE", body: "Ministry of Culture" },
          { party: "DE", body: "Land Hesse" },
        ],
      },
    ],
    ["renewed tacitly", { expires: "1990", renewal: "tacit", inForce: "yes" }],
    ["expired and no longer in force", { expires: "1990", renewal: "not-renewed", inForce: "no" }],
    ["that expires this year", { expires: "2026", renewal: "not-renewed", inForce: "yes" }],
    [
      "extended after its term",
      { expires: "1990", ...acted(["both", "entry-into-force", "1980"], ["both", "extension", "1990"]) },
    ],
    ["signed in the year in which it expires", { expires: "1990", signedOn: "1990-05" }],
    ["extended as from the end of its term", acted(["both", "extension", "1990-05", "1990-01"])],
    ["in effect in the month of its date", acted(["both", "entry-into-force", "1990-05-04", "1990-05"])],
  ])("%s", (_, values) => {
    expect(asked(values)).toEqual([]);
  });
});

it("the agreements of the first dossier leave nothing in doubt", () => {
  const context = { parties: ["KZ", "MX"] as const };
  const typed = records.flatMap((one) =>
    one.kind === "agreement" ? [typeof one.typed === "function" ? one.typed(() => "") : one.typed] : [],
  );
  expect(typed.length).toBeGreaterThan(0);
  for (const one of typed) {
    const { values } = parseRecord(agreement, one, context, "draft");
    expect(doubtsOf(agreement, values, { ...context, today: "2026-11-26" })).toEqual([]);
  }
});
