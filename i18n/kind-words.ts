/** The words of the record kinds: one file a kind and language, `messages/kinds/<kind>.en.json`, for readers and desk. */
import { type KindKey, kindKeys, kindOf } from "@/lib/domain/kinds/registry";

/** A tree of words, as messages are. */
export interface Words {
  [key: string]: string | Words;
}

/** What a kind's file holds. What is optional, only some kinds need: i18n/words.test.ts knows which. */
export interface KindWords {
  /** One record of the kind, as lists of changes and feeds name it. */
  name: string;
  /** The kind's list in a dossier's contents, on the way to a record of it, and over it on the overview. */
  part?: string;
  /** What leads to the whole list; takes `count`, 0 where it is not said. */
  all?: string;
  /** Over it on the overview, where that is not `part`. */
  latest?: string;
  /** Its files. */
  files?: string;
  /** Its lane among the years; takes `country` where each side has one. */
  lane?: string;
  /** Values of its choice fields that no other kind has. */
  choices?: Words;
  /** What its own pages say; its list needs `heading`, `title`, `description`, `lead` and `none`. */
  page?: Words;
  /** `columns`: by field, what heads of pasted tables call it besides, between semicolons; takes `a` and `b`. */
  desk: { one: string; many: string; fields: Words; columns?: Words; problems?: Words };
}

/** Where a kind's words are kept, without language and ending: `trade-year`. */
export const wordsFileOf = (kind: KindKey) => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A language's words of every kind. */
export async function readKindWords(locale: string): Promise<Record<KindKey, KindWords>> {
  const read = async (kind: KindKey) => {
    const file = (await import(`../messages/kinds/${wordsFileOf(kind)}.${locale}.json`)) as {
      default: KindWords;
    };
    return [kind, file.default] as const;
  };
  return Object.fromEntries(await Promise.all(kindKeys.map(read))) as Record<KindKey, KindWords>;
}

/** The kinds' words at the places where pages look for them; those of the desk only where asked for. */
export function placed(words: Record<KindKey, KindWords>, { desk }: { desk: boolean }): Words {
  return kindKeys.reduce<Words>((all, kind) => merged(all, placedOf(kind, words[kind], desk)), {});
}

function placedOf(kind: KindKey, words: KindWords, desk: boolean): Words {
  const { path } = kindOf(kind);
  const { name, part, all, latest = part, files, lane, choices = {}, page } = words;
  const under = (key: string, word: string | undefined): Words => (word === undefined ? {} : { [key]: word });
  const { problems = {}, ...atDesk } = words.desk;
  return {
    changes: { kinds: { [kind]: name } },
    dossier: { parts: under(path, part), all: under(path, all), latest: under(path, latest) },
    files: { lists: under(path, files) },
    lanes: { of: under(path, lane) },
    choices,
    ...(page && { [path]: page }),
    ...(desk && { kinds: { [kind]: atDesk }, problems }),
  };
}

/** Two trees of words in one. @throws where both say something else at the same place. */
export function merged(one: Words, other: Words, at = ""): Words {
  const all = { ...one };
  for (const [key, word] of Object.entries(other)) {
    const known = all[key];
    if (known === undefined) all[key] = word;
    else if (typeof known === "object" && typeof word === "object")
      all[key] = merged(known, word, `${at}${key}.`);
    else if (known !== word) throw new Error(`two words for ${at}${key}`);
  }
  return all;
}
