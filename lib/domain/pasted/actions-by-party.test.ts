/** Registers of what parties did about one agreement, as pasted. */
import { expect, it } from "vitest";
import { deskWords, wordOf } from "@/tests/support/desk-words";
import { typedRows } from "../fields/typed";
import { kindOf } from "../kinds/registry";
import { actionsApart, datesOfActions } from "./actions-by-party";
import { matchColumns } from "./match-columns";
import { namesOfColumns } from "./names";
import { recordsIn } from "./records";

const columns = namesOfColumns("agreement", ["KZ", "MX"], deskWords);
const nameOf = (path: string) => columns.find((column) => column.path === path)!.names[0]![0]!;
const headings = [
  ...([nameOf("actions/party"), nameOf("actions/action"), nameOf("actions/date")] as const),
  nameOf("depositary"),
] as const;

/** The actions of each record of a table. */
function read(text: string) {
  const table = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const width = Math.max(...table.map(({ length }) => length));
  const rows = table.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  const matched = datesOfActions(matchColumns(actionsApart(rows, wordOf, headings) ?? rows, columns));
  const whole = { ...matched, orders: [], marks: [], sides: { parties: ["KZ", "MX"] as const } };
  return recordsIn(kindOf("agreement"), whole, { values: {}, source: null }, wordOf).map(({ typed }) => ({
    ...(typed.title ? { title: typed.title } : {}),
    ...(typed.signedOn ? { signedOn: typed.signedOn } : {}),
    ...(typed.note ? { note: typed.note } : {}),
    actions: typedRows(typed.actions).map(({ party, name, action, date, effective, depositary }) =>
      [party, name && `(${String(name)})`, action, date, effective, depositary && `at ${String(depositary)}`]
        .filter(Boolean)
        .join(" "),
    ),
  }));
}

it.each<[string, string, object[]]>([
  [
    "a column for each action",
    "Participant|Signature|Ratification, Acceptance(A), Accession(a)\nKazakhstan|14 Oct 2014|12 Jan 2016\nMexico||3 May 2015 a\nJapan|15 Oct 2014|4 Jun 2015 A",
    [
      {
        actions: [
          "KZ signature 14 Oct 2014",
          "KZ ratification 12 Jan 2016",
          "MX accession 3 May 2015",
          "JP signature 15 Oct 2014",
          "JP acceptance 4 Jun 2015",
        ],
      },
    ],
  ],
  [
    "the same below a title, with a participant that is no country",
    "Agreement on nothing in particular\nState|Signature|Entry into force\nKorea, Rep.|2014-10-14|2015-01-01\nEuropean Union|2014-10-15|",
    [
      {
        actions: [
          "KR signature 2014-10-14",
          "KR entry-into-force 2015-01-01",
          "(European Union) signature 2014-10-15",
        ],
      },
    ],
  ],
  [
    "a line for each action",
    "Action|Action by|Date\nSignature|Kazakhstan|2014-10-14\nRatification|Mexico|2015-05-03",
    [{ actions: ["KZ signature 2014-10-14", "MX ratification 2015-05-03"] }],
  ],
  [
    "a line for each action, with its effect",
    "Participant|Action|Date|Date of Effect\nKazakhstan|Ratification|2015-05-01|2015-06-01\nMexico|Accession|2016-05-01|2016-06-01",
    [{ actions: ["KZ ratification 2015-05-01 2015-06-01", "MX accession 2016-05-01 2016-06-01"] }],
  ],
  [
    "a line for each action, as a register of deposits has it",
    "Participant|Action|Date of Notification/Deposit|Date of Effect\nKazakhstan|Ratification|2015-05-01|2015-06-01",
    [{ actions: ["KZ ratification 2015-05-01 2015-06-01"] }],
  ],
  [
    "several agreements, each titled in its first line",
    "Title|Action|Action by|Date\nA treaty|Signature|Kazakhstan|2014-10-14\n|Ratification|Mexico|2015-05-03\nAnother|Signature|Mexico|2016-01-01",
    [
      { title: "A treaty", actions: ["KZ signature 2014-10-14", "MX ratification 2015-05-03"] },
      { title: "Another", actions: ["MX signature 2016-01-01"] },
    ],
  ],
  [
    "a depositary beside each party",
    "Participant|Signature|Ratification|Depositary\nKazakhstan|2014-10-14|2016-01-12|Italy\nMexico||2015-05-03 a|Italy",
    [
      {
        actions: [
          "KZ signature 2014-10-14 at Italy",
          "KZ ratification 2016-01-12 at Italy",
          "MX accession 2015-05-03 at Italy",
        ],
      },
    ],
  ],
  [
    "a depositary of all actions, said in the first line",
    "Title|Action|Action by|Date|Depositary\nA treaty|Signature|Kazakhstan|2014-10-14|Italy\n|Ratification|Mexico|2015-05-03|\n|Registration||2016|\nAnother|Signature|Mexico|2016-01-01|–",
    [
      {
        title: "A treaty",
        actions: [
          "KZ signature 2014-10-14 at Italy",
          "MX ratification 2015-05-03 at Italy",
          "registration 2016",
        ],
      },
      { title: "Another", actions: ["MX signature 2016-01-01"] },
    ],
  ],
  [
    "depositaries that differ by action",
    "Participant|Action|Date|Depositary\nKazakhstan|Signature|2014-10-14|Italy\nMexico|Accession|2015-05-03|Spain\nMexico|Accession|2015-05-04|",
    [
      {
        actions: [
          "KZ signature 2014-10-14 at Italy",
          "MX accession 2015-05-03 at Spain",
          "MX accession 2015-05-04",
        ],
      },
    ],
  ],
  [
    "depositaries that differ by line where no action takes one",
    "Title|Action|Date|Depositary\nA treaty|Registration|2016|Italy\n|Registration|2017|Spain\n|Registration|2018|Italy\nAnother|||Mexico",
    [
      {
        title: "A treaty",
        note: "Italy\nSpain",
        actions: ["registration 2016", "registration 2017", "registration 2018"],
      },
      { title: "Another", note: "Mexico", actions: [] },
    ],
  ],
  [
    "a depositary in the line of a registration, beside others",
    "Title|Action|Action by|Date|Depositary\nA treaty|Signature|Kazakhstan|2014-10-14|Italy\n|Registration||2016|United Nations",
    [
      {
        title: "A treaty",
        note: "United Nations",
        actions: ["KZ signature 2014-10-14 at Italy", "registration 2016"],
      },
    ],
  ],
  [
    "a depositary that the line of a registration says again",
    "Title|Action|Action by|Date|Depositary\nA treaty|Signature|Kazakhstan|2014-10-14|Italy\n|Registration||2016|Italy",
    [
      {
        title: "A treaty",
        actions: ["KZ signature 2014-10-14 at Italy", "registration 2016"],
      },
    ],
  ],
])("reads %s", (_, text, records) => expect(read(text)).toEqual(records));

it("leaves a list of agreements with their dates as it is", () => {
  const rows = [
    ["Title", "Signature", "Entry into force"],
    ["A treaty", "2014-10-14", "2015-01-01"],
  ];
  expect(actionsApart(rows, wordOf, headings)).toBeNull();
});
