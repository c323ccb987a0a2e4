/** Names by which two countries go: none of them is guessed. */
import { fold } from "./folding";

const koreas = ["KR", "KP"];
const congos = ["CD", "CG"];

/** By folded name, without an article. */
const several: Readonly<Record<string, readonly string[]>> = {
  ...{ korea: koreas, corea: koreas, coree: koreas, корея: koreas, coreia: koreas, kore: koreas },
  ...{ congo: congos, kongo: congos, конго: congos },
  "virgin islands": ["VG", "VI"],
  "saint martin": ["MF", "SX"],
};

/** The codes of the countries that share a name; none where it is the name of one alone, or of none. */
export function countriesAlike(name: string): readonly string[] {
  const key = fold(name.trim())
    .replaceAll(".", "")
    .replaceAll("-", " ")
    .replace(/^st /, "saint ")
    .replace(/,? \(?the\)?$/, "")
    .replace(/^(?:the|la|el) /, "");
  return Object.hasOwn(several, key) ? several[key]! : [];
}
