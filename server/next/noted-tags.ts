/** How the tags of what a page shows come from the process that renders it to the one that keeps it. */
import type { IncomingMessage, RequestListener } from "node:http";
import { shownTags, type ShownTags, tagsFromText, tagsToText } from "@/server/documents/shown-tags";

/** Asked for with this header, they come in a header of this name, or after the body where that was begun before. */
const TAGS_HEADER = "x-entente-tags";

export const askForTags = { [TAGS_HEADER]: "wanted" } as const;

/**
 * Has the tags of what is read for a request collected where it asks for them. `collect` runs work and adds to a set
 * what is noted during it.
 */
export function withTags(
  handler: RequestListener,
  collect: (into: Set<string>, work: () => unknown) => unknown,
): RequestListener {
  return (incoming, outgoing) => {
    if (incoming.headers[TAGS_HEADER] === undefined) return void handler(incoming, outgoing);
    delete incoming.headers[TAGS_HEADER];
    const tags = new Set<string>();
    const end = outgoing.end.bind(outgoing) as (...rest: unknown[]) => typeof outgoing;
    outgoing.end = (...rest: unknown[]) => {
      const text = tagsToText(shownTags(tags));
      if (outgoing.headersSent) outgoing.addTrailers({ [TAGS_HEADER]: text });
      else outgoing.setHeader(TAGS_HEADER, text);
      return end(...rest);
    };
    collect(tags, () => handler(incoming, outgoing));
  };
}

/** The tags that came with an answer, once that was read to its end; those that are not known where none came. */
export function tagsOfAnswer({ headers, trailers }: IncomingMessage): ShownTags {
  const text = trailers[TAGS_HEADER] ?? headers[TAGS_HEADER];
  return tagsFromText(typeof text === "string" ? text : undefined);
}
