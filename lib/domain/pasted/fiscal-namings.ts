/** What the fiscal years of a table are called by, where they are called by one year: "FY2015" begins in it, or ends. */
export const fiscalNamings = ["begins", "ends"] as const;
export type FiscalNaming = (typeof fiscalNamings)[number];
