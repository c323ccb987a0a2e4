/**
 * The typefaces: one weight of a serif for reading and of a sans for labels and tables, so that a first page with
 * all it needs stays below 60 kB. Letters beyond Latin-1 come in files of their own, only where a page has them.
 * `optional`: a reader on a slow network gets the first page in a typeface that is there already, and no text moves.
 */
import localFont from "next/font/local";

const serif = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
  weight: "400",
  variable: "--serif",
  display: "optional",
  adjustFontFallback: "Times New Roman",
});

const sans = localFont({
  src: "../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
  weight: "400",
  variable: "--sans",
  display: "optional",
  adjustFontFallback: "Arial",
});

const serifExtended = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
  weight: "400",
  variable: "--serif-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+1D00-1DBF, U+1E00-1E9F, U+20AD-20C4" },
  ],
});

const sansExtended = localFont({
  src: "../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2",
  weight: "400",
  variable: "--sans-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+1D00-1DBF, U+1E00-1E9F, U+20AD-20C4" },
  ],
});

/** For the document element: names the typefaces to the style sheets. */
export const typefaces = [serif, sans, serifExtended, sansExtended].map((font) => font.variable).join(" ");
