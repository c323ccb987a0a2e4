/** A throw-away kind, "prize", and every place that adding it touches. Its new files stand beside this one. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inRepo } from "../../scripts/lib/paths.mjs";

const own = (name: string) => readFile(inRepo("tests", "throw-away-kind", "prize", name), "utf8");

type Edit = (before: string) => string | Promise<string>;

/** Puts text after a mark, which has to be there. */
const after =
  (mark: string, text: string): Edit =>
  (before) => {
    if (!before.includes(mark)) throw new Error(`nothing holds: ${mark}`);
    return before.replace(mark, `${mark}${text}`);
  };

/** Every file that a new kind touches, with what changes there. Three are new, the others gain lines. */
export const places: Record<string, Edit[]> = {
  "lib/domain/kinds/prize.ts": [() => own("kind.ts.txt")],
  "lib/domain/kinds/registry.ts": [
    after('import { mission } from "./mission";', '\nimport { prize } from "./prize";'),
    after("mission, announcement, source", ", prize"),
  ],
  "prisma/schema.prisma": [
    after("asSource        Source?", "\n  asPrize Prize?"),
    async (before) => before + (await own("models.prisma.txt")),
  ],
  "lib/database/tables.ts": [
    after("source: Prisma.SourceUncheckedCreateInput;", "\n  prize: Prisma.PrizeUncheckedCreateInput;"),
    after("source: (db) => db.source,", "\n  prize: (db) => db.prize,"),
  ],
  "components/public/prizes/prize.tsx": [() => own("view.tsx.txt")],
  "components/public/views.ts": [
    after('import { mission } from "./missions/mission";', '\nimport { prize } from "./prizes/prize";'),
    after("  mission,", "\n  prize,"),
  ],
  "messages/kinds/prize.en.json": [() => own("words.en.json")],
};

/** Adds the kind to a copy of the project, all of it or without some of its places; the lines that this adds. */
export async function addPrize(root: string, { without = [] as string[] } = {}): Promise<number> {
  let lines = 0;
  for (const [path, edits] of Object.entries(places)) {
    if (without.includes(path)) continue;
    const file = join(root, path);
    const before = await readFile(file, "utf8").catch(() => "");
    let text = before;
    for (const edit of edits) text = await edit(text);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    lines += changedLines(before, text);
  }
  return lines;
}

/** How many lines were written by hand: those that are new or were changed, blank ones aside, each as often as it is. */
function changedLines(before: string, now: string): number {
  const left = new Map<string, number>();
  for (const line of before.split("\n")) left.set(line, (left.get(line) ?? 0) + 1);
  return now.split("\n").filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return line.trim() && count <= 0;
  }).length;
}
