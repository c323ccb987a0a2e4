import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { typedRows } from "../fields/typed";
import { kindOf } from "../kinds/registry";
import { parseRecord } from "../record";
import { laidOver } from "./laid-over";
import { recordsIn } from "./records";

const parties = ["KZ", "MX"] as const;

function read(columns: Record<string, string>, order: "dayFirst" | null = null) {
  const paths = Object.keys(columns);
  const table = {
    ...{ paths, units: [], marks: [], rows: [Object.values(columns)] },
    orders: paths.map(() => order),
  };
  const [record] = recordsIn(kindOf("agreement"), table, { values: {}, source: null }, (word) => word);
  return record!;
}

const rowsOf = (field: string, columns: Record<string, string>) =>
  typedRows(read(columns).typed[field]).map(({ id, ...row }) => {
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    return row;
  });

describe("a cell of parties", () => {
  const kz = { party: "KZ" };
  const mx = { party: "MX" };
  it.each([
    ["Kazakhstan; Mexico", [kz, mx]],
    ["Kazakhstan, Mexico", [kz, mx]],
    ["Kazakhstan and Mexico", [kz, mx]],
    ["Kazakhstan – Mexico", [kz, mx]],
    ["Казахстан / Мексика", [kz, mx]],
    ["Mexico (submitter)\nKazakhstan", [mx, kz]],
    ["Mexico", [mx]],
    ["Kazakhstan, Mexico and Spain", [kz, mx, { party: "ES" }]],
    ["Kazakhstan; Mexico; European Union", [kz, mx, { name: "European Union" }]],
    ["Kazakhstan, European Union", [kz, { name: "European Union" }]],
    ["Food and Agriculture Organization", [{ name: "Food and Agriculture Organization" }]],
    ["Union of Soviet Socialist Republics; Mexico", [{ party: "SU" }, mx]],
    ["Government of the Republic of Kazakhstan; Mexico", [{ ...kz, body: "Government" }, mx]],
    [
      "Government of the Republic of Kazakhstan – Government of the United Mexican States",
      [
        { ...kz, body: "Government" },
        { ...mx, body: "Government" },
      ],
    ],
    [
      "Ministry of Energy of Kazakhstan / Ministry of Energy of Mexico",
      [
        { ...kz, body: "Ministry of Energy" },
        { ...mx, body: "Ministry of Energy" },
      ],
    ],
    ["Korea, Rep.; Kazakhstan", [{ party: "KR" }, kz]],
    ["Egypt, Arab Rep. and Mexico", [{ party: "EG" }, mx]],
    [
      "Ministry of Foreign Affairs of Kazakhstan; Mexico",
      [{ ...kz, body: "Ministry of Foreign Affairs" }, mx],
    ],
    [
      "The Ministry of Energy of the Republic of Kazakhstan; the Secretariat of Energy of the United Mexican States",
      [
        { ...kz, body: "Ministry of Energy" },
        { ...mx, body: "Secretariat of Energy" },
      ],
    ],
    ["Kazakhstan (Ministry of Energy); Mexico", [{ ...kz, body: "Ministry of Energy" }, mx]],
    ["Ministry of the Interior; Mexico", [{ name: "Ministry of the Interior" }, mx]],
    ["National Bank of Kazakhstan; Mexico", [{ name: "National Bank of Kazakhstan" }, mx]],
    ["Republic of Korea; Kazakhstan", [{ party: "KR" }, kz]],
    ["Bosnia and Herzegovina; Kazakhstan", [{ party: "BA" }, kz]],
    ["Bosnia and Herzegovina", [{ party: "BA" }]],
    ["Kazakhstan; kazakhstan; Mexico", [kz, mx]],
    ["Kazakhstan and the United Mexican States", [kz, mx]],
    [
      "Government of the United Mexican States and the Government of Kazakhstan",
      [
        { ...mx, body: "Government" },
        { ...kz, body: "Government" },
      ],
    ],
    ["Bosnia and Herzegovina and Mexico", [{ party: "BA" }, mx]],
    ["Mexico and Bosnia & Herzegovina", [mx, { party: "BA" }]],
    ["Trinidad and Tobago and Antigua and Barbuda", [{ party: "TT" }, { party: "AG" }]],
    ["Mexico, Kazakhstan, and Guinea-Bissau", [mx, kz, { party: "GW" }]],
    ["Kazakhstan–Mexico", [kz, mx]],
    ["Казахстан и Босния и Герцеговина", [kz, { party: "BA" }]],
    ["Kazakhstan, Korea, Republic of", [kz, { party: "KR" }]],
    ["Mexico and Iran, Islamic Republic of", [mx, { party: "IR" }]],
    ["Mexico, Republic of Korea", [mx, { party: "KR" }]],
    ["Venezuela (Bolivarian Republic of) (submitter); Mexico", [{ party: "VE" }, mx]],
    ["Kazakhstan; Mexico and Spain", [kz, mx, { party: "ES" }]],
    ["Kazakhstan and the European Union", [kz, { name: "European Union" }]],
    ["Mexico and the Food and Agriculture Organization", [mx, { name: "Food and Agriculture Organization" }]],
    ["Kazakhstan – Mexico Joint Commission", [{ name: "Kazakhstan – Mexico Joint Commission" }]],
    ["Inter-American Development Bank, Mexico", [{ name: "Inter-American Development Bank" }, mx]],
  ])("%j is %j", (cell, rows) => expect(rowsOf("signatories", { parties: cell })).toEqual(rows));
});

describe("a cell of entry into force", () => {
  const action = { action: "entry-into-force", party: "both" };
  it.each([
    ["12 May 2014", { actions: [{ ...action, date: "12 May 2014" }] }],
    ["2014", { actions: [{ ...action, date: "2014" }] }],
    [
      "24 October 2014, in accordance with article 11",
      {
        actions: [{ ...action, date: "24 October 2014" }],
        note: "24 October 2014, in accordance with article 11",
      },
    ],
    [
      "12 May 2014 by signature",
      { actions: [{ ...action, date: "12 May 2014" }], note: "12 May 2014 by signature" },
    ],
    ["In force since 12 May 2014", { actions: [{ ...action, date: "12 May 2014" }] }],
    ["Yes", { inForce: "yes" }],
    ["In force", { inForce: "yes" }],
    ["Not in force", { inForce: "no" }],
    ["not yet in force", { inForce: "no" }],
    ["unknown", { inForce: "unknown" }],
    ["–", {}],
    ["whenever", { actions: [{ ...action, date: "whenever" }] }],
  ])("%j is %j", (cell, found) => {
    const { typed } = read({ inForceOn: cell });
    const { actions, ...rest } = typed;
    expect({ ...rest, ...(actions && { actions: rowsOf("actions", { inForceOn: cell }) }) }).toEqual(found);
  });

  it("is read in the order of its column, also before further words", () => {
    const { typed } = read({ inForceOn: "03/05/1898, by signature" }, "dayFirst");
    expect(typedRows(typed.actions)).toMatchObject([{ date: "1898-05-03" }]);
  });

  it("is of all parties where there are more than two, whichever column comes first", () => {
    const columns = { inForceOn: "2014", parties: "Kazakhstan; Mexico; Spain" };
    expect(rowsOf("actions", columns)).toEqual([{ ...action, party: "all", date: "2014" }]);
  });

  it("makes the agreement be in force", () => {
    const { typed } = read({ title: "An agreement", parties: "Kazakhstan; Mexico", inForceOn: "2014" });
    const parsed = parseRecord(kindOf("agreement"), typed, { parties }, "draft");
    expect(parsed.problems).toEqual([]);
    expect(kindOf("agreement").completed(parsed.values)).toMatchObject({ inForce: "yes" });
  });
});

describe("how an agreement came into force", () => {
  const force = { action: "entry-into-force", party: "both" };
  const provisional = { action: "provisional-application", party: "both" };
  it.each<[string, object[], string?]>([
    ["definitively on 12.03.2001", [{ ...force, date: "12.03.2001" }]],
    ["Definitively: 12.03.2001", [{ ...force, date: "12.03.2001" }]],
    ["provisionally on 1 January 2000", [{ ...provisional, date: "1 January 2000" }]],
    ["Provisionally from 27 May 2014", [{ ...provisional, date: "27 May 2014" }]],
    ["12.03.2001 (provisionally)", [{ ...provisional, date: "12.03.2001" }]],
    ["1 January 2000 provisional", [{ ...provisional, date: "1 January 2000" }]],
    ["Applied provisionally since 2000", [{ ...provisional, date: "2000" }]],
    ["Entered into force provisionally on 2000-05-01", [{ ...provisional, date: "2000-05-01" }]],
    ["provisionally", [provisional]],
    [
      "provisionally on 1 May 2000; definitively on 12 March 2001",
      [
        { ...provisional, date: "1 May 2000" },
        { ...force, date: "12 March 2001" },
      ],
    ],
    [
      "provisionally on 1 May 2000 and definitively on 12 March 2001",
      [
        { ...provisional, date: "1 May 2000" },
        { ...force, date: "12 March 2001" },
      ],
    ],
    [
      "1 May 2000 (provisionally), 12 March 2001 (definitively)",
      [
        { ...provisional, date: "1 May 2000" },
        { ...force, date: "12 March 2001" },
      ],
    ],
    [
      "provisionally on 1 May 2000 by signature, in accordance with article 5",
      [{ ...provisional, date: "1 May 2000" }],
      "provisionally on 1 May 2000 by signature, in accordance with article 5",
    ],
    ["provisoirement le 12 mars 2001", [{ ...provisional, date: "le 12 mars 2001" }]],
    ["vorläufig seit 12. März 2001", [{ ...provisional, date: "12. März 2001" }]],
    ["on 12.03.2001", [{ ...force, date: "12.03.2001" }]],
    ["since 12.03.2001", [{ ...force, date: "12.03.2001" }]],
    ["with effect from 12.03.2001", [{ ...force, date: "12.03.2001" }]],
    ["provisionally whenever", [{ ...provisional, date: "whenever" }]],
  ])("%j is %j", (cell, actions, note) => {
    expect(rowsOf("actions", { inForceOn: cell })).toEqual(actions);
    expect(read({ inForceOn: cell }).typed.note).toBe(note);
    if (!cell.includes("whenever")) expect(rowsOf("actions", { inForce: cell })).toEqual(actions);
  });

  it("is read by the order of its column", () => {
    const { typed } = read(
      { inForce: "provisionally on 03/05/1998; definitively on 04/06/1999" },
      "dayFirst",
    );
    expect(typedRows(typed.actions)).toMatchObject([{ date: "1998-05-03" }, { date: "1999-06-04" }]);
  });

  it.each([
    ["Yes", { inForce: "yes" }],
    ["No", { inForce: "no" }],
    ["not in force", { inForce: "no" }],
    ["In force", { inForce: "yes" }],
    ["Terminated", { inForce: "no" }],
    ["–", {}],
    ["-", {}],
    ["n/a", {}],
    ["Superseded", { inForce: "Superseded" }],
  ])("a cell below In force, %j, is %j", (cell, typed) =>
    expect(read({ inForce: cell }).typed).toEqual(typed),
  );

  it("stands once where two columns date it", () =>
    expect(rowsOf("actions", { inForce: "12.03.2001", inForceOn: "12.03.2001" })).toEqual([
      { ...force, date: "12.03.2001" },
    ]));

  it("has a column of its own for provisional application", () =>
    expect(rowsOf("actions", { provisionalOn: "2000", inForceOn: "2001" })).toEqual([
      { ...provisional, date: "2000" },
      { ...force, date: "2001" },
    ]));
});

test.each([
  ["terminatedOn", "on 12.03.2001", { ...{ action: "termination", party: "both" }, date: "on 12.03.2001" }],
  ["terminatedOn", "terminated on 12.03.2001", { action: "termination", party: "both", date: "12.03.2001" }],
  ["registeredOn", "registered 3 June 2015", { action: "registration", date: "3 June 2015" }],
])("a cell of %s, %j, is its date", (key, cell, action) =>
  expect(rowsOf("actions", { [key]: cell })).toEqual([action]),
);

test("what cannot be read stands beside its own cell", () => {
  const { typed, cells } = read({ title: "An agreement", inForceOn: "whenever" });
  const [problem] = parseRecord(kindOf("agreement"), typed, { parties }, "draft").problems;
  expect(problem).toMatchObject({ code: "date.unreadable" });
  expect(cells.get(problem!.path)).toEqual({ line: 0, column: 1 });
});

test.each([
  ["Mexico City, 12/05/2014", { place: "Mexico City", signedOn: "2014-05-12" }],
  ["Mexico City 27 May 2014", { place: "Mexico City", signedOn: "27 May 2014" }],
  ["27 May 2014, Mexico City", { place: "Mexico City", signedOn: "27 May 2014" }],
  ["Washington, D.C., 2014-05-27", { place: "Washington, D.C.", signedOn: "2014-05-27" }],
  ["Astana (27.05.2014)", { place: "Astana", signedOn: "27.05.2014" }],
  ["2014", { signedOn: "2014" }],
  ["Astana", { place: "Astana" }],
])("a cell of conclusion, %j, is %j", (cell, found) =>
  expect(read({ conclusion: cell }, "dayFirst").typed).toEqual(found),
);

test.each([
  [
    "Mexico City, 27 May 2014",
    { place: "Mexico", signedOn: "27 May 2014", note: "Mexico City, 27 May 2014" },
  ],
  ["Mexico City, 27 May 2014", { place: "Mexico City", signedOn: "2014", note: "Mexico City, 27 May 2014" }],
  ["Mexico City, 27 May 2014", { place: "mexico city", signedOn: "2014-05-27" }],
  ["Mexico City, 2014", { place: "Mexico City, Mexico", signedOn: "27 May 2014" }],
  ["Mexico City", { place: "Mexico", note: "Mexico City" }],
  ["signed in 2014 or so", { signedOn: "2014", note: "signed in 2014 or so" }],
])("what columns of their own leave of a conclusion, %j, stands in the note: %j", (conclusion, found) => {
  const { place = "", signedOn = "" }: { place?: string; signedOn?: string } = found;
  const record = read({ conclusion, ...(place && { place }), ...(signedOn && { signedOn }) });
  expect(record.typed).toEqual(found);
  expect([...record.adds]).toEqual("note" in found ? ["note"] : []);
});

test("notes of several columns stand one below the other", () => {
  const { typed } = read({
    ...{ inForceOn: "2015, by signature", conclusion: "Astana, 2014", place: "Almaty" },
    ...{ signedOn: "", note: "Checked." },
  });
  expect(typed.note).toBe("Checked.\nAstana, 2014\n2015, by signature");
});

const all = { party: "both" };
describe.each(["-", "–", "n/a", "N/A", "unknown", "?", "none", "Not applicable"])("a cell of %j", (cell) => {
  it.each(["parties", "conclusion", "registeredOn", "terminatedOn", "depositary"])(
    "says nothing of %s",
    (key) => expect(read({ [key]: cell }).typed).toEqual({}),
  );
});

it.each([
  ["registeredOn", "not yet", {}],
  ["registeredOn", "No", {}],
  ["registeredOn", "yes", { actions: [{ action: "registration" }] }],
  ["registeredOn", "I-12345", { actions: [{ action: "registration", date: "I-12345" }] }],
  ["terminatedOn", "no", {}],
  ["terminatedOn", "Terminated", { actions: [{ ...all, action: "termination" }] }],
  ["terminatedOn", "pending", {}],
  ["parties", "NO", { signatories: [{ party: "NO" }] }],
  ["depositary", "Secretary-General", { note: "Secretary-General" }],
  ["depositary", "none", {}],
])("a cell of %s, %j, is %j", (key, cell, found) => {
  const { typed } = read({ [key]: cell });
  const rows = Object.keys(typed).filter((one) => one !== "note");
  expect({ ...typed, ...Object.fromEntries(rows.map((one) => [one, rowsOf(one, { [key]: cell })])) }).toEqual(
    found,
  );
});

test("a state of force that a column of its own contradicts stands in the note", () =>
  expect(read({ inForceOn: "Terminated", inForce: "yes" }).typed).toEqual({
    inForce: "yes",
    note: "Terminated",
  }));

test.each(["Bilateral", "multilateral", "Closed Multilateral"])(
  "%j says nothing of an agreement's type",
  (type) => expect(read({ title: "An agreement", type }).typed).toEqual({ title: "An agreement" }),
);

test.each([
  ["Signed at Almaty September 21, 1998", { place: "Almaty", signedOn: "September 21, 1998" }],
  ["Done at Mexico City, 3 June 2015", { place: "Mexico City", signedOn: "3 June 2015" }],
  ["September 21, 1998", { signedOn: "September 21, 1998" }],
])("the date of signature %j is divided into %j", (signedOn, found) =>
  expect(read({ signedOn }).typed).toMatchObject(found),
);

test.each([
  ["Vigente", "yes"],
  ["Действует", "yes"],
  ["in Kraft", "yes"],
  ["Не действует", "no"],
])("%j below a column of force is %s", (inForce, said) =>
  expect(read({ inForce }).typed).toMatchObject({ inForce: said }),
);

test("columns of their own go before what a column of both says", () =>
  expect(read({ conclusion: "Astana, 2014", place: "Almaty", signedOn: "" }).typed).toEqual({
    place: "Almaty",
    signedOn: "2014",
    note: "Astana, 2014",
  }));

test("registration, termination and depositary are actions, in the order of the form", () => {
  const columns = {
    depositary: "Secretary-General",
    terminatedOn: "2020",
    registeredOn: "3 June 2015",
    inForceOn: "2014",
  };
  expect(rowsOf("actions", columns)).toEqual([
    { action: "entry-into-force", party: "both", date: "2014", depositary: "Secretary-General" },
    // The register is kept by another office.
    { action: "registration", date: "3 June 2015" },
    { action: "termination", party: "both", date: "2020", depositary: "Secretary-General" },
  ]);
});

test("languages stand apart by commas", () =>
  expect(read({ languages: "English, Kazakh and Spanish" }).typed).toEqual({
    languages: "English\nKazakh\nSpanish",
  }));

test("what a register says besides is added to the note of a record that stands, once", () => {
  const cell = "12 May 2014 by signature";
  const over = (note: string) =>
    laidOver(kindOf("agreement"), { note }, read({ inForceOn: cell }), { parties });
  expect(over("Checked twice.").typed.note).toBe(`Checked twice.\n${cell}`);
  expect(over(`Checked twice.\n${cell}`).typed.note).toBe(`Checked twice.\n${cell}`);
  expect(over("").typed.note).toBe(cell);
});

test("whatever a cell holds, it is read without a fault", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (cell) => {
      for (const key of ["parties", "conclusion", "inForceOn", "terminatedOn", "depositary"])
        read({ [key]: cell });
    }),
  );
});
