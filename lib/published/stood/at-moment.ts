/** Asking of a moment that an address spells, which may be yet to come. */
import "server-only";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { isToCome, type Moment } from "@/lib/domain/stood/moment";
import { noteTags } from "../note-tags";

/** Why nothing can be shown of a moment that has not come yet. */
export interface ToCome {
  is: "to come";
}

/** What is read of a moment, by its ISO instant; of one to come nothing is read, nor is it kept, for once it comes it is like any other. */
export async function atMoment<T>(moment: Moment, read: (at: string) => Promise<T>): Promise<T | ToCome> {
  if (!isToCome(moment)) return read(moment.at);
  noteTags(notKeptTag);
  return { is: "to come" };
}
