/**
 * The desk's typefaces, apart from the readers' so that none is preloaded for who does not need it: the desk labels
 * more and has the sans in two weights.
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

/** For the desk's document element: the readers' typefaces, and the sans that the desk sets in their place. */
export const deskTypefaces = `${typefaces} ${sans.variable}`;
