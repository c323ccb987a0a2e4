import type { Typed } from "@/lib/domain/fields/typed";
import type { Standing, WriteAnswer } from "./answer";

/** What a form begins with. */
export interface Begun {
  standing: Standing | null;
  typed: Typed;
  /** What its editor began with, for telling who changed what; undefined where the page does not know it any more. */
  base: Typed | undefined;
}

/**
 * What a form begins with on a page that may be the answer to a form sent without scripts. The page is drawn from the
 * record as it stands by then: a form that was refused keeps what was typed, and the version that it was typed upon,
 * or its next save would silently replace what another person saved meanwhile.
 */
export function begunFrom(
  posted: WriteAnswer | null,
  page: { standing: Standing | null; typed: Typed },
): Begun {
  if (!posted || posted.ok) return { ...page, base: page.typed };
  const standing = posted.made ?? (page.standing && { ...page.standing, version: posted.sentVersion });
  return { standing, typed: posted.typed, base: undefined };
}
