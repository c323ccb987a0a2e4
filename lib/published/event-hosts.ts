/** Which events tell no more than that something was announced during a visit. */
import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";

/** The visit during which that was announced of which an event tells, by the event's id; of events of which announcements say so. */
export async function eventHosts(eventIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (eventIds.length === 0) return new Map();
  noteTags(...eventIds.map(cacheTag.referring));
  const found = await database().announcement.findMany({
    where: { eventId: { in: [...eventIds] }, visitId: { not: null } },
    orderBy: { id: "asc" },
    select: { eventId: true, visitId: true },
  });
  return new Map(
    found.flatMap(({ eventId, visitId }) => (eventId && visitId ? [[eventId, visitId] as const] : [])),
  );
}
