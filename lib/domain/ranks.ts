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
