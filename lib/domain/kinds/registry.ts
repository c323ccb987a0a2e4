/** Every record kind, in the order in which the desk lists them. */
import { agreement } from "./agreement";
import { announcement } from "./announcement";
import type { Kind, RecordOf } from "./define-kind";
import { dossier } from "./dossier";
import { event } from "./event";
import { mission } from "./mission";
import { person } from "./person";
import { source } from "./source";
import { tradeProducts } from "./trade-products";
import { tradeYear } from "./trade-year";
import { visit } from "./visit";

export const kinds = {
  ...{ dossier, event, visit, agreement, tradeYear, tradeProducts },
  ...{ mission, announcement, source, person },
} as const;

export type Kinds = typeof kinds;
export type KindKey = keyof Kinds;
/** The kinds whose records all dossiers share: a publication that refers to complete drafts of them publishes them too. */
export const sharedKinds = ["source", "person"] as const satisfies readonly KindKey[];
export type SharedKindKey = (typeof sharedKinds)[number];
/** The keys of the kinds that belong to a dossier. */
export type DossierKindKey = Exclude<KindKey, "dossier" | SharedKindKey>;
/** What a published record of the kind with this key holds. */
export type RecordValues<K extends KindKey> = RecordOf<Kinds[K]>;

export const kindKeys = Object.keys(kinds) as KindKey[];

/** The kind with this key, seen without the types of its own fields, for code that treats all kinds alike. */
export function kindOf(key: KindKey): Kind {
  return kinds[key];
}

/** Whether the records of a kind are shared by all dossiers. */
export function isShared(key: KindKey): key is SharedKindKey {
  return sharedKinds.some((one) => one === key);
}

/** A text as the key of a kind. @throws for one that no kind has. */
export function kindKeyOf(text: string): KindKey {
  const key = kindKeys.find((one) => one === text);
  if (key === undefined) throw new Error(`No kind is called ${text}`);
  return key;
}

/** The key of the kind whose list has this address segment, undefined where there is none. */
export function kindAtPath(path: string): KindKey | undefined {
  return kindKeys.find((key) => kinds[key].path === path);
}
