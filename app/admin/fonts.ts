/**
 * The desk's typefaces, apart from the readers' so that none is preloaded for who does not need it: the desk labels
 * more and has the sans in two weights, in every script that the readers' has.
 */
import localFont from "next/font/local";
import { typefaces } from "../fonts";

const sans = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--desk-sans",
  display: "optional",
  adjustFontFallback: "Arial",
});

const sansExtended = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--desk-sans-extended",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+1D00-1DBF, U+1E00-1E9F, U+20AD-20C4" },
  ],
});

const sansCyrillic = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--desk-sans-cyrillic",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" }],
});

const sansCyrillicExtended = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--desk-sans-cyrillic-extended",
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

const sansGreek = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../node_modules/@fontsource/source-sans-3/files/source-sans-3-greek-600-normal.woff2",
      weight: "600",
    },
  ],
  variable: "--desk-sans-greek",
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

/** For the desk's document element: the readers' typefaces, and the sans that the desk sets in their place. */
export const deskTypefaces = [
  typefaces,
  ...[sans, sansExtended, sansCyrillic, sansCyrillicExtended, sansGreek].map((font) => font.variable),
].join(" ");
