/** One page of a feed: the latest changes, or those before a place that the address names (`?before=`). */
import { cursorOf, readCursor } from "@/lib/domain/change-log";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { recentChanges } from "@/lib/published/changes";
import { noteTags } from "@/lib/published/note-tags";
import { withOpenings } from "@/lib/published/openings";
import { recentWithdrawals } from "@/lib/published/versions";

/** As many records as a page of a feed tells of. */
const feedPage = 50;

/** The changes and withdrawals of a page of a dossier's feed, or of the site's, with its own path and that of the page before it in time. */
export async function pageOfFeed(request: Request, path: string, dossierId?: string, most = feedPage) {
  const asked = new URL(request.url).searchParams.get("before");
  const before = readCursor(asked) ? asked : null;
  // Of earlier pages there are very many addresses.
  if (before !== null) noteTags(notKeptTag);
  const [changes, withdrawn] = await Promise.all([
    recentChanges({ limit: most + 1, before, ...(dossierId !== undefined && { dossierId }) }),
    recentWithdrawals({ dossierId: dossierId ?? null, after: readCursor(before), limit: most + 1 }),
  ]);
  const found = [
    ...changes.map((change) => ({ at: change.updatedAt, id: change.id, change })),
    ...withdrawn.map((withdrawal) => ({ at: withdrawal.at, id: withdrawal.id, withdrawal })),
  ].sort(latestFirst);
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const at = (cursor: string) => `${path}?before=${cursor}`;
  return {
    changes: await withOpenings(shown.flatMap((one) => ("change" in one ? one.change : []))),
    withdrawals: shown.flatMap((one) => ("withdrawal" in one ? one.withdrawal : [])),
    self: before === null ? path : at(before),
    next: found.length > most && last ? at(cursorOf(last)) : null,
  };
}

interface Placed {
  at: string;
  id: string;
}

/** The order of the database's cursors. */
function latestFirst(one: Placed, other: Placed): number {
  const [a, b] = [one.at + one.id, other.at + other.id];
  return a < b ? 1 : a > b ? -1 : 0;
}
