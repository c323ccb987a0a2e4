/** The first dossier and its source, as the database has them. */
import { database } from "@/lib/database/client";
import { firstSource } from "@/tests/support/rows";

export const slug = "kazakhstan-mexico";

export async function firstDossier(): Promise<{ id: string; source: string; parties: [string, string] }> {
  const db = database();
  const dossier = await db.entry.findFirstOrThrow({
    where: { kind: "dossier" },
    orderBy: { createdAt: "asc" },
  });
  const source = await db.entry.findFirstOrThrow({
    where: { kind: "source" },
    orderBy: { createdAt: "asc" },
  });
  return { id: dossier.id, source: source.id, parties: ["KZ", "MX"] };
}

/** What a form of an event sends, complete. */
export const eventValues = (title: string, source: string) => ({
  title,
  type: "other",
  date: "2019",
  text: `Made-up text of ${title}.`,
  [firstSource]: source,
});
