/** The parts of the page about the site, in the order in which they are read. Each has its heading and usual words under `about`. */
export const aboutParts = [
  ...(["who", "included", "sources", "dates", "missing", "force"] as const),
  ...(["changes", "reach", "licence"] as const),
] as const;

export type AboutPart = (typeof aboutParts)[number];

/** The longest text of a part, in UTF-16 code units. */
export const longestAboutText = 4000;
