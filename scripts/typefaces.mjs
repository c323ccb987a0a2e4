/** Makes the files of `app/typefaces` anew, as after an update of the typefaces: `node scripts/typefaces.mjs`. */
import { writeFileSync } from "node:fs";
import { makeTypeface, typefaceFiles, typefacePath } from "./lib/typefaces.mjs";

for (const [name, file] of Object.entries(typefaceFiles))
  writeFileSync(typefacePath(name), await makeTypeface(file));
