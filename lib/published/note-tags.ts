/** Notes what a page reads, while it is rendered, so that its document can be made anew exactly when that changes. */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cacheTag } from "@/lib/domain/cache-tags";

// Next bundles its own copy of this module: the two meet in one place of the process.
const place = Symbol.for("entente.cache-tags");
const shared = globalThis as { [place]?: AsyncLocalStorage<Set<string>> };
const noted = (shared[place] ??= new AsyncLocalStorage());

/** Notes the tags of what is being read (`cacheTag`). Does nothing outside `collectTags`, as at the desk. */
export function noteTags(...tags: readonly string[]): void {
  const into = noted.getStore();
  if (into) for (const tag of tags) into.add(tag);
}

/** The tags of a record for its own page, which also says when it was verified, and whether it is under review. */
export function wholeRecord(id: string): string[] {
  return [cacheTag.record(id), cacheTag.verified(id), cacheTag.underReview(id)];
}

/** Runs work and collects into `tags` what is read during it, in all that it awaits or begins. */
export function collectTags<T>(tags: Set<string>, work: () => T): T {
  return noted.run(tags, work);
}
