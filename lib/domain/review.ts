/** The states of a review, beside the record's own life, which stays as it is. */

/**
 * What is made of a version that was submitted; it waits until then. An editor publishes it (accepted), publishes what was
 * written over it since (rewritten), or sends it back and says why (returned); who submitted it takes it back, submits another
 * version, or publishes it alone (withdrawn).
 */
export type ReviewEnd = "accepted" | "rewritten" | "returned" | "withdrawn";
export type ReviewState = "waiting" | ReviewEnd;

/** What people are told of a record, by what was done. */
export const noticesAbout = [
  "submitted",
  "accepted",
  "rewritten",
  "returned",
  "comment",
  "reply",
  "resolved",
  "reopened",
  "reported",
] as const;
export type NoticeAbout = (typeof noticesAbout)[number];
