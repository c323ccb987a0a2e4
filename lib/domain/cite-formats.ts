/** The formats in which a citation of a page comes, by the ending of its file. */
export const citeFormats = { bib: "BibTeX", ris: "RIS", json: "CSL-JSON" } as const;
export type CiteFormat = keyof typeof citeFormats;
