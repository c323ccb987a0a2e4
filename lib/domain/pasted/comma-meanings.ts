/** What a comma does in a column of lists: it parts two values, or stands within one. */
export const commaMeanings = ["apart", "within"] as const;
export type CommaMeaning = (typeof commaMeanings)[number];
