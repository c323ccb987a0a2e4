/** Whether the database holds what editors were told that it holds. */
import { database } from "@/lib/database/client";
import type { LoadRecord } from "./records";

interface Texts {
  text?: string;
}

/**
 * Checks a record at the end: one revision and one audit event for each version, each with what was sent, and where that
 * was acknowledged, with just that; the draft is the last of them, and readers' record the last that was published. A
 * sentence for each thing that does not hold.
 */
export async function trailFaults({ id, title, made, sent, acknowledged }: LoadRecord): Promise<string[]> {
  const db = database();
  const [entry, revisions, events, published] = await Promise.all([
    db.entry.findUniqueOrThrow({ where: { id }, select: { version: true, draft: true } }),
    db.revision.findMany({ where: { entryId: id }, orderBy: { version: "asc" } }),
    db.auditEvent.findMany({ where: { entryId: id }, orderBy: { version: "asc" } }),
    db.event.findUniqueOrThrow({
      where: { id },
      select: { text: true, record: { select: { version: true } } },
    }),
  ]);
  const faults: string[] = [];
  const hold = (isSo: boolean, sentence: string) => void (isSo || faults.push(`${title}: ${sentence}`));
  const versions = Array.from({ length: entry.version }, (_, index) => index + 1);
  for (const [what, rows] of Object.entries({ revisions, events }))
    hold(
      String(rows.map(({ version }) => version)) === String(versions),
      `${what} are not one for each version`,
    );
  for (const { version, action, values } of revisions) {
    if (version <= made) continue;
    const told = acknowledged.get(version);
    const known = told ? [told] : (sent.get(version) ?? []);
    const { text } = values as Texts;
    hold(
      known.some((one) => one.action === action && one.text === text),
      `version ${version} is "${action}: ${text}", ${told ? "acknowledged was" : "sent was"} ${JSON.stringify(known)}`,
    );
  }
  const newest = Math.max(...acknowledged.keys());
  hold(entry.version >= newest, `version ${newest} was acknowledged, ${entry.version} is there`);
  hold(
    (entry.draft as Texts).text === (revisions.at(-1)?.values as Texts | undefined)?.text,
    "the draft is not the last version",
  );
  const last = revisions.findLast(({ action }) => action === "publish");
  hold(
    published.text === (last?.values as Texts | undefined)?.text &&
      published.record.version === last?.version,
    `readers' text is "${published.text}" of version ${published.record.version}, not that of version ${last?.version}`,
  );
  return faults;
}
