/**
 * The typefaces: one weight of a serif for reading and of a sans for labels and tables, and a second of the sans for dates,
 * sums and totals alone, so that a first page with all it needs stays below 60 kB (decision 104). Letters beyond Latin-1,
 * Cyrillic and Greek ones come in files of their own, only where a page has them: their ranges do not overlap. What lies in
 * `typefaces` is cut out of the packages' files, which are larger, by `scripts/typefaces.mjs`.
 * `optional`: a reader on a slow network gets the first page in a typeface that is there already, and no text moves.
 */
import localFont from "next/font/local";

const serif = localFont({
  src: "./typefaces/serif-latin.woff2",
  weight: "400",
  variable: "--serif",
  display: "optional",
  adjustFontFallback: "Times New Roman",
});

const sans = localFont({
  src: "./typefaces/sans-latin.woff2",
  weight: "400",
  variable: "--sans",
  display: "optional",
  adjustFontFallback: "Arial",
});

/** What dates, sums and counts are written with, for those that a page is looked up for. */
const sansKey = localFont({
  src: "./typefaces/sans-key.woff2",
  weight: "600",
  variable: "--sans-key",
  display: "optional",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0020-007E, U+00A0, U+00A3, U+00A5, U+2013, U+2019, U+202F, U+20AC, U+2212, U+2248",
    },
  ],
});

const serifLetters = localFont({
  src: "./typefaces/serif-latin-letters.woff2",
  weight: "400",
  variable: "--serif-letters",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-017F, U+018F, U+01CD-01D4, U+0218-021B, U+0259, U+1E9E" },
  ],
});

/** Latin letters that few names have: transcriptions, and languages of Africa and Vietnam. */
const serifExtended = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
  weight: "400",
  variable: "--serif-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0180-018E, U+0190-01CC, U+01D5-0217, U+021C-0258, U+025A-02BA, U+02BD-02C5, U+1D00-1DBF, U+1E00-1E9D, U+1E9F, U+20AD-20C4",
    },
  ],
});

const sansLetters = localFont({
  src: "./typefaces/sans-latin-letters.woff2",
  weight: "400",
  variable: "--sans-letters",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-017F, U+018F, U+01CD-01D4, U+0218-021B, U+0259, U+1E9E" },
  ],
});

/** Latin letters that few names have: transcriptions, and languages of Africa and Vietnam. */
const sansExtended = localFont({
  src: "../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2",
  weight: "400",
  variable: "--sans-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0180-018E, U+0190-01CC, U+01D5-0217, U+021C-0258, U+025A-02BA, U+02BD-02C5, U+1D00-1DBF, U+1E00-1E9D, U+1E9F, U+20AD-20C4",
    },
  ],
});

const serifCyrillic = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff2",
  weight: "400",
  variable: "--serif-cyrillic",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" }],
});

const sansCyrillic = localFont({
  src: "../node_modules/@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff2",
  weight: "400",
  variable: "--sans-cyrillic",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" }],
});

const serifCyrillicExtended = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-ext-400-normal.woff2",
  weight: "400",
  variable: "--serif-cyrillic-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F",
    },
  ],
});

const sansCyrillicExtended = localFont({
  src: "../node_modules/@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-400-normal.woff2",
  weight: "400",
  variable: "--sans-cyrillic-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F",
    },
  ],
});

const serifGreek = localFont({
  src: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-greek-400-normal.woff2",
  weight: "400",
  variable: "--serif-greek",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF",
    },
  ],
});

const sansGreek = localFont({
  src: "../node_modules/@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2",
  weight: "400",
  variable: "--sans-greek",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF",
    },
  ],
});

/** For the document element: names the typefaces to the style sheets. */
export const typefaces = [
  ...[serif, sans, sansKey, serifLetters, sansLetters, serifExtended, sansExtended],
  ...[serifCyrillic, sansCyrillic, serifCyrillicExtended, sansCyrillicExtended, serifGreek, sansGreek],
]
  .map((font) => font.variable)
  .join(" ");
