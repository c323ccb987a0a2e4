/** Makes the files of `app/typefaces` anew, as after an update of the typefaces: `node scripts/typefaces.mjs`. */
import { writeFileSync } from "node:fs";
import { typefaceFiles, typefacePath, withLatinLetters } from "./lib/typefaces.mjs";

for (const [name, packaged] of Object.entries(typefaceFiles))
  writeFileSync(typefacePath(name), await withLatinLetters(packaged));
