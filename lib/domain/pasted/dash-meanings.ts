/** What the dashes of a table say among its amounts. */
export const dashMeanings = ["zero", "unknown"] as const;
export type DashMeaning = (typeof dashMeanings)[number];
