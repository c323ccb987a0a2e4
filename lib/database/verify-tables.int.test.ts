import { beforeAll, describe, expect, it } from "vitest";
import { partialDate } from "@/lib/domain/fields/partial-date/partial-date";
import { reference, references } from "@/lib/domain/fields/reference/reference";
import { rows } from "@/lib/domain/fields/rows/rows";
import { text } from "@/lib/domain/fields/text/text";
import { wholeNumber } from "@/lib/domain/fields/whole-number/whole-number";
import { defineKind } from "@/lib/domain/kinds/define-kind";
import { required } from "@/lib/env";
import { onClient } from "@/tests/support/on-client";
import { readCatalog } from "./catalog";
import { gapsOf, TablesFault, verifyTables } from "./verify-tables";

const url = () => required("directDatabaseUrl");

it("finds that the migrations make all that the definitions need", async () => {
  await onClient(url(), (client) => verifyTables(client));
});

describe("of a kind whose tables are not as it needs them", () => {
  const prize = defineKind({
    key: "prize",
    path: "prizes",
    inDossier: true,
    cited: true,
    ownPage: false,
    fields: {
      name: text({ max: 200 }),
      year: wholeNumber({ min: 1800, max: 2100, optional: true }),
      given: partialDate({ optional: true }),
      work: reference({ to: "source", optional: true }),
      agreements: references({ to: "agreement" }),
      winners: rows({
        of: { person: text({ max: 200 }), proof: reference({ to: "source", optional: true }) },
      }),
    },
    titledBy: ({ name }) => name ?? "",
    sluggedBy: ({ name }) => [name],
  });
  const gapsAfter = (...statements: string[]) =>
    onClient(url(), async (client) => {
      await client.query("BEGIN");
      for (const statement of statements) await client.query(statement);
      const gaps = gapsOf(await readCatalog(client), prize);
      await client.query("ROLLBACK");
      return gaps;
    });
  const tables = [
    `CREATE TABLE "Prize" ("id" uuid PRIMARY KEY, "name" text NOT NULL, "year" int, "given" text,
       "givenEarliest" date, "givenLatest" date, "workId" uuid REFERENCES "Source" ON DELETE RESTRICT)`,
    `CREATE TABLE "PrizeAgreement" ("prizeId" uuid REFERENCES "Prize" ON DELETE CASCADE, "position" int,
       "agreementId" uuid NOT NULL REFERENCES "Agreement" ON DELETE RESTRICT)`,
    `CREATE TABLE "PrizeWinner" ("prizeId" uuid REFERENCES "Prize" ON DELETE CASCADE, "position" int, "id" uuid,
       "person" text NOT NULL, "proofId" uuid REFERENCES "Source" ON DELETE RESTRICT)`,
  ];

  it("says nothing where nothing is missing", async () => expect(await gapsAfter(...tables)).toEqual([]));

  it.each([
    [/no table Prize/, []],
    [/no table for prize.winners/, tables.slice(0, 2)],
    [/no table for prize.agreements/, [tables[0]!, tables[2]!]],
    [/Prize has no column givenLatest, which prize.given needs/, [...tables, drop("Prize", "givenLatest")]],
    [/Prize has no column workId, which prize.work needs/, [...tables, drop("Prize", "workId")]],
    [
      /PrizeWinner has no column person, which prize.winners.person/,
      [...tables, drop("PrizeWinner", "person")],
    ],
    [/PrizeWinner has no column id, which the rows/, [...tables, drop("PrizeWinner", "id")]],
    [/PrizeWinner.proofId is no foreign key to Source/, [...tables, unkey("PrizeWinner", "proofId")]],
    [/Prize.workId is no foreign key to Source/, [...tables, unkey("Prize", "workId")]],
    [/PrizeAgreement.agreementId is no foreign key/, [...tables, unkey("PrizeAgreement", "agreementId")]],
    [
      /Prize.workId must restrict/,
      [...tables, unkey("Prize", "workId"), cascade("Prize", "workId", "Source")],
    ],
    [/Prize.year is of the type text/, [...tables, `ALTER TABLE "Prize" ALTER "year" TYPE text`]],
    [/Prize.year takes no NULL/, [...tables, `ALTER TABLE "Prize" ALTER "year" SET NOT NULL`]],
    [/Prize needs a value for rank/, [...tables, `ALTER TABLE "Prize" ADD "rank" text NOT NULL`]],
  ])("says %s", async (gap, statements) => {
    const gaps = await gapsAfter(...statements);
    expect(gaps.filter((one) => gap.test(one))).toHaveLength(1);
  });
});

describe("a database that lacks a column", () => {
  beforeAll(() => onClient(url(), (client) => client.query(`ALTER TABLE "VisitMeeting" DROP "office"`)));

  it("is refused in a sentence that names it", async () => {
    const refused = onClient(url(), (client) => verifyTables(client));
    await expect(refused).rejects.toThrow(TablesFault);
    await expect(refused).rejects.toThrow(
      "VisitMeeting has no column office, which visit.meetings.office needs.",
    );
  });
});

function drop(table: string, column: string): string {
  return `ALTER TABLE "${table}" DROP "${column}"`;
}

function unkey(table: string, column: string): string {
  return `ALTER TABLE "${table}" DROP CONSTRAINT "${table}_${column}_fkey"`;
}

function cascade(table: string, column: string, to: string): string {
  return `ALTER TABLE "${table}" ADD FOREIGN KEY ("${column}") REFERENCES "${to}" ON DELETE CASCADE`;
}
