import { merged, placed, readKindWords, type Words } from "./kind-words";

const read = new Map<string, Promise<Words>>();

/** All words of a language: those of the readers' pages and, where asked for, those of the desk, which is in English. */
export function readWords(locale: string, { desk }: { desk: boolean }): Promise<Words> {
  const key = `${locale} ${desk}`;
  const known = read.get(key) ?? compose(locale, desk);
  read.set(key, known);
  return known;
}

async function compose(locale: string, desk: boolean): Promise<Words> {
  const [pages, kinds] = await Promise.all([
    import(`../messages/${locale}.json`) as Promise<{ default: Words }>,
    readKindWords(locale),
  ]);
  const words = merged(pages.default, placed(kinds, { desk }));
  if (!desk) return words;
  const atDesk = (await import("../messages/en.desk.json")) as { default: Words };
  return merged(atDesk.default, words);
}
