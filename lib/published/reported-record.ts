/** The record that a reader reports an error in, as its form names it. */
import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";
import { type PublicPlace, publicPlaceOf } from "./public-path";

/** A record's title, and the path of its public page. */
export interface ReportedRecord extends PublicPlace {
  id: string;
}

/** The record with this id; null where readers cannot see it. */
export async function reportedRecord(id: string): Promise<ReportedRecord | null> {
  noteTags(cacheTag.record(id));
  const place = await publicPlaceOf(id);
  return place && { id, ...place };
}
