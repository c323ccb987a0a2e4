/** The life of a review: its states, and the one table of the moves between them. Beside the record's own life, which stays as it is. */

/** What is made of a version that was submitted; it waits until then. */
export const reviewEnds = {
  /** An editor published it. */
  accepted: { needs: "publish" },
  /** An editor sent it back, and said why. */
  returned: { needs: "publish" },
  /** Who submitted it took it back, or submitted another version. */
  withdrawn: { needs: "write" },
} as const satisfies Record<string, { needs: "write" | "publish" }>;

export type ReviewEnd = keyof typeof reviewEnds;
export type ReviewState = "waiting" | ReviewEnd;

/** What people are told of a record, by what was done. */
export const noticesAbout = [
  "submitted",
  "accepted",
  "returned",
  "comment",
  "reply",
  "resolved",
  "reopened",
] as const;
export type NoticeAbout = (typeof noticesAbout)[number];
