import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KeptSubject } from "@/lib/domain/subjects";
import { noteTags } from "./note-tags";

/** The subjects that the desk keeps besides the default ones, and the names that it gives to those; by name. */
export const keptSubjects = cache(async (): Promise<KeptSubject[]> => {
  noteTags(cacheTag.subjects());
  return database().subject.findMany({ select: { key: true, name: true }, orderBy: { name: "asc" } });
});
