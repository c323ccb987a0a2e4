import { notFound } from "next/navigation";
import type { Query } from "@/components/public/kind-view";
import { changedKinds, cursorOf, readCursor } from "@/lib/domain/change-log";
import { loggedChanges } from "@/lib/published/versions";

/** The changes of a dossier, or with null of the whole site, that an address asks for: of which kind, and the cursor to go on. */
export async function readLog(dossierId: string | null, query: Query) {
  const kind = changedKinds.find((one) => one === query.kind) ?? null;
  const after = readCursor(query.before);
  const { changes, hasMore } = await loggedChanges({ dossierId, kind, after });
  // An address may name a cursor behind which there is nothing.
  if (after && changes.length === 0) notFound();
  const last = changes.at(-1);
  return { kind, changes, isFirst: after === null, next: hasMore && last ? cursorOf(last) : null };
}

export type ReadLog = Awaited<ReturnType<typeof readLog>>;
