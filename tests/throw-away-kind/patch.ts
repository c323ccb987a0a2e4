/** A throw-away kind, "prize", and every place that adding it touches. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const definition = `import { choice } from "../fields/choice/choice";
import { party } from "../fields/country/country";
import { partialDate } from "../fields/partial-date/partial-date";
import { reference, references } from "../fields/reference/reference";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { slugify } from "../slug";
import { defineKind } from "./define-kind";

/** A prize that one country gives to a person of the other. */
export const prize = defineKind({
  key: "prize",
  path: "prizes",
  inDossier: true,
  cited: true,
  ownPage: false,
  fields: {
    name: text({ max: 200, inList: true }),
    givenBy: party({ inList: true, facet: true }),
    grade: choice({ of: ["first", "second"] }),
    given: partialDate({ optional: true }),
    work: reference({ to: "source", optional: true }),
    agreements: references({ to: "agreement" }),
    winners: rows({ of: { person: text({ max: 200 }), proof: reference({ to: "source", optional: true }) } }),
  },
  titledBy: ({ name }) => name ?? "",
  sluggedBy: ({ name }) => slugify(name ?? "", "prize"),
  sortedBy: "given",
});
`;

const models = `
model Prize {
  id            String        @id @db.Uuid
  name          String
  givenBy       String        @db.Char(2)
  grade         String
  given         String?
  givenEarliest DateTime?     @db.Date
  givenLatest   DateTime?     @db.Date
  workId        String?       @db.Uuid
  record        Record        @relation(fields: [id], references: [id], onDelete: Cascade)
  work          Source?       @relation(fields: [workId], references: [id], onDelete: Restrict)
  agreements    PrizeAgreement[]
  winners       PrizeWinner[]
}

model PrizeAgreement {
  prizeId     String    @db.Uuid
  position    Int
  agreementId String    @db.Uuid
  prize       Prize     @relation(fields: [prizeId], references: [id], onDelete: Cascade)
  agreement   Agreement @relation(fields: [agreementId], references: [id], onDelete: Restrict)

  @@id([prizeId, position])
}

model PrizeWinner {
  prizeId  String  @db.Uuid
  position Int
  id       String  @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  person   String
  proofId  String? @db.Uuid
  prize    Prize   @relation(fields: [prizeId], references: [id], onDelete: Cascade)
  proof    Source? @relation(fields: [proofId], references: [id], onDelete: Restrict)

  @@id([prizeId, position])
}
`;

const field = (label: string) => ({ label });
const words = {
  one: "prize",
  many: "Prizes",
  fields: {
    name: field("Name"),
    givenBy: field("Given by"),
    grade: field("Grade"),
    given: field("Given on"),
    work: field("Work"),
    agreements: { label: "Agreements", one: "agreement" },
    winners: { label: "Winners", one: "winner", of: { person: field("Person"), proof: field("Proof") } },
  },
};

type Edit = (before: string) => string;

/** Puts a line after the one that holds `mark`. Fails where there is none. */
const after =
  (mark: string, line: string): Edit =>
  (before) => {
    if (!before.includes(mark)) throw new Error(`nothing holds: ${mark}`);
    return before.replace(mark, `${mark}${line}`);
  };

/** Every file that a new kind touches, with what changes there. Two are new, the others gain lines. */
export const places: Record<string, Edit[]> = {
  "lib/domain/kinds/prize.ts": [() => definition],
  "prisma/schema.prisma": [
    after("asSource        Source?", "\n  asPrize Prize?"),
    // What it refers to knows of it, as Prisma's relations have two ends.
    after("  citations          Citation[]", "\n  prizes Prize[]\n  prizeWinners PrizeWinner[]"),
    after("  visits           VisitAgreement[]", "\n  prizes PrizeAgreement[]"),
    (before) => before + models,
  ],
  "lib/domain/kinds/registry.ts": [
    after('import { mission } from "./mission";', '\nimport { prize } from "./prize";'),
    after("mission, source", ", prize"),
  ],
  "lib/database/tables.ts": [
    after("source: Prisma.SourceUncheckedCreateInput;", "\n  prize: Prisma.PrizeUncheckedCreateInput;"),
    after("source: (db) => db.source,", "\n  prize: (db) => db.prize,"),
  ],
  "messages/en.desk.json": [
    (before) => {
      const all = JSON.parse(before) as { kinds: Record<string, unknown> };
      all.kinds.prize = words;
      return JSON.stringify(all);
    },
  ],
  "messages/en.json": [
    (before) => {
      const all = JSON.parse(before) as { choices: Record<string, string> };
      Object.assign(all.choices, { first: "First", second: "Second" });
      return JSON.stringify(all);
    },
  ],
};

/** Adds the kind to a copy of the project. */
export async function addPrize(root: string): Promise<void> {
  for (const [path, edits] of Object.entries(places)) {
    const file = join(root, path);
    const before = await readFile(file, "utf8").catch(() => "");
    await writeFile(
      file,
      edits.reduce((text, edit) => edit(text), before),
    );
  }
}
