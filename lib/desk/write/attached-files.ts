/** The files that a working copy names. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import type { Held } from "@/lib/domain/fields/field";
import { filesIn } from "@/lib/domain/kinds/attachments";
import { below } from "@/lib/domain/paths";
import type { Problem } from "@/lib/domain/record";

/** A problem for each file that is not there, and what the others say, for searches. */
export async function attachedFiles(
  db: Transaction,
  values: Held,
): Promise<{ unknown: Problem[]; words: string[] }> {
  const ids = filesIn(values);
  if (ids.length === 0) return { unknown: [], words: [] };
  const found = await db.file.findMany({ where: { id: { in: ids } }, select: { id: true, words: true } });
  const wordsOf = new Map(found.map(({ id, words }) => [id, words]));
  const rows = values.files as { id?: string; file?: string }[];
  return {
    unknown: rows.flatMap(({ id, file }, index) =>
      file === undefined || wordsOf.has(file)
        ? []
        : [{ path: below("files", id ?? String(index), "file"), code: "file.unknown" }],
    ),
    words: ids.flatMap((id) => wordsOf.get(id) || []),
  };
}
