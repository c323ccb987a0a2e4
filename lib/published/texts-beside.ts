/** What stands beside records and lets searches find them: what is cited for them, and what their files say. */
import "server-only";
import { database } from "@/lib/database/client";
import { fileTableOf, kindsWithFiles } from "@/lib/database/file-tables";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";

export interface TextBeside {
  in: "source" | "file";
  /** What the source or file is called. */
  title: string;
  text: string;
}

/** Of the words of a file so many letters are read: further ones find the record, but no passage of them is shown. */
const longestFile = 20_000;

/**
 * The texts beside published records, by the record's id: of each citation where in its source it stands, what it quotes, what it
 * states instead and why; then the words of each file. Two statements for all records at most.
 */
export async function besideTexts(
  records: readonly { id: string; kind: KindKey }[],
): Promise<ReadonlyMap<string, TextBeside[]>> {
  const found = new Map<string, TextBeside[]>();
  if (records.length === 0) return found;
  const cited = await database().citation.findMany({
    where: { recordId: { in: records.map(({ id }) => id) } },
    select: {
      ...{ recordId: true, place: true, quotation: true, states: true, reason: true },
      source: { select: { title: true } },
    },
    orderBy: [{ recordId: "asc" }, { position: "asc" }],
  });
  const note = (id: string, text: TextBeside) => found.set(id, [...(found.get(id) ?? []), text]);
  for (const { recordId, source, place, quotation, states, reason } of cited)
    for (const text of [place, quotation, states, reason])
      if (text) note(recordId, { in: "source", title: source.title, text });
  for (const { id, title, words } of await filesOf(records)) note(id, { in: "file", title, text: words });
  return found;
}

async function filesOf(records: readonly { id: string; kind: KindKey }[]) {
  const each = kindsWithFiles.flatMap((kind) => {
    const ids = records.filter((one) => one.kind === kind).map(({ id }) => id);
    if (ids.length === 0) return [];
    const { table, owner } = fileTableOf(kind);
    return [
      Prisma.sql`SELECT f.${owner} AS "id", f."position", f."title", left(w."words", ${longestFile}::int) AS "words"
        FROM ${table} f JOIN "File" w ON w."id" = f."file" WHERE f.${owner} = ANY (${ids}::uuid[]) AND w."words" <> ''`,
    ];
  });
  if (each.length === 0) return [];
  return database().$queryRaw<{ id: string; title: string; words: string }[]>`
    ${Prisma.join(each, " UNION ALL ")} ORDER BY "id", "position"`;
}
