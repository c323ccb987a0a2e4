/** The ranks of those who visit and of the offices that people hold, the highest first. */
export const ranks = [
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "minister",
  "speaker-of-parliament",
  "deputy-minister",
  "other",
] as const;

export type Rank = (typeof ranks)[number];

/** A rank and all above it, the highest first. "Other" is a rank beside the ladder: none is above it, nor is it above any. */
export function rankAndAbove(rank: Rank): readonly Rank[] {
  return rank === "other" ? [rank] : ranks.slice(0, ranks.indexOf(rank) + 1);
}
