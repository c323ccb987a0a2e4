/** The record that a reader reports an error in, as its form names it. */
import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";
import { publicPathOf } from "./public-path";

/** A record's title, and the path of its public page. */
export interface ReportedRecord {
  id: string;
  title: string;
  path: string;
}

/** The record with this id; null where readers cannot see it. */
export async function reportedRecord(id: string): Promise<ReportedRecord | null> {
  noteTags(cacheTag.record(id));
  const path = await publicPathOf(id);
  const record =
    path === null ? null : await database().record.findUnique({ where: { id }, select: { title: true } });
  return path === null || !record ? null : { id, title: record.title, path };
}
