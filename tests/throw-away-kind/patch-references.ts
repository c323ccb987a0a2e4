/** References of every sort for the throw-away kind: one, several, and one in a row, each held by the database. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const agreements = `
model PrizeAgreement {
  prizeId     String    @db.Uuid
  position    Int
  agreementId String    @db.Uuid
  prize       Prize     @relation(fields: [prizeId], references: [id], onDelete: Cascade)
  agreement   Agreement @relation(fields: [agreementId], references: [id], onDelete: Restrict)

  @@id([prizeId, position])
}
`;

/** What is put after which mark, in which file. */
export const additions: Record<string, [mark: string, text: string][]> = {
  "lib/domain/kinds/prize.ts": [
    [
      'import { partialDate } from "../fields/partial-date/partial-date";\n',
      'import { reference, references } from "../fields/reference/reference";\n',
    ],
    [
      "    given: partialDate({ optional: true }),\n",
      '    work: reference({ to: "source", optional: true }),\n    agreements: references({ to: "agreement" }),\n',
    ],
    ["person: text({ max: 200 })", ', proof: reference({ to: "source", optional: true })'],
  ],
  "prisma/schema.prisma": [
    // What it refers to knows of it, as Prisma's relations have two ends.
    ["  citations          Citation[]", "\n  prizes Prize[]\n  prizeWinners PrizeWinner[]"],
    ["  visits           VisitAgreement[]", "\n  prizes PrizeAgreement[]"],
    [
      "  givenLatest   DateTime?     @db.Date\n",
      "  workId        String?       @db.Uuid\n  work Source? @relation(fields: [workId], references: [id], onDelete: Restrict)\n  agreements PrizeAgreement[]\n",
    ],
    [
      "  person   String\n",
      "  proofId  String? @db.Uuid\n  proof Source? @relation(fields: [proofId], references: [id], onDelete: Restrict)\n",
    ],
    ["  winners       PrizeWinner[]\n}\n", agreements],
  ],
  "messages/kinds/prize.en.json": [
    [
      '"given": { "label": "Given on" },',
      '"work": { "label": "Work" }, "agreements": { "label": "Agreements", "one": "agreement" },',
    ],
    ['"person": { "label": "Person" }', ', "proof": { "label": "Proof" }'],
  ],
};

/** Adds the references to a copy of the project that has the kind. */
export async function addReferences(root: string): Promise<void> {
  for (const [path, added] of Object.entries(additions)) {
    const file = join(root, path);
    let text = await readFile(file, "utf8");
    for (const [mark, more] of added) {
      if (!text.includes(mark)) throw new Error(`${path} does not hold: ${mark}`);
      text = text.replace(mark, () => mark + more);
    }
    await writeFile(file, text);
  }
}
