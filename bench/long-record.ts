/** A record as long as a form takes it, with a long history. */
import { operator } from "@/lib/auth/actor";
import { withConnection } from "@/lib/database/connection";
import { createDraft } from "@/lib/desk/write/save";
import type { Outcome } from "@/lib/desk/outcome";
import { required } from "@/lib/env";

function idOf(outcome: Outcome): string {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

/** Makes an event in a dossier that cites `rows` sources and has `revisions` revisions. Returns its id. */
export async function makeLongRecord(
  dossierId: string,
  { rows, revisions }: { rows: number; revisions: number },
): Promise<string> {
  const sources: string[] = [];
  for (let number = 1; number <= rows; number += 1)
    sources.push(
      idOf(
        await createDraft(
          operator(),
          { kind: "source", dossierId: null },
          { title: `Gazette no. ${number}`, publisher: "A ministry", date: "2014" },
        ),
      ),
    );
  const citations = sources.map((source, index) => ({
    source,
    supports: ["text"],
    place: `p. ${index + 1}`,
    quotation: "As it says there.",
  }));
  const typed = { title: "A long event", type: "other", date: "2014", text: "Made-up text.", citations };
  const id = idOf(await createDraft(operator(), { kind: "event", dossierId }, typed));
  await withConnection(required("directDatabaseUrl"), async (client) => {
    await client.query(`UPDATE "Entry" SET "version" = $2 WHERE "id" = $1`, [id, revisions]);
    await client.query(
      `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
       SELECT gen_random_uuid(), "entryId", n, 'save', "values", "title", 'Bench'
       FROM "Revision", generate_series(2, $2::int) n WHERE "entryId" = $1`,
      [id, revisions],
    );
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject", "entryId", "version")
       SELECT gen_random_uuid(), 'Bench', 'save', 'event', $1, n FROM generate_series(2, $2::int) n`,
      [id, revisions],
    );
  });
  return id;
}
