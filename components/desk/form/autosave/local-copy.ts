/**
 * What is typed, kept in this browser while the server cannot keep it. Each copy belongs to an account, a record and a tab;
 * of another account's nothing is read. Loaded once it is needed.
 */
import { createStore, delMany, entries, set } from "idb-keyval";
import type { Typed } from "@/lib/domain/fields/typed";

/** Whose and of what a copy is; `record` is the address of its form: new ones of a list share one. */
export interface CopyOf {
  account: string;
  record: string;
}

export interface LocalCopy extends CopyOf {
  tab: string;
  /** When it was typed, in milliseconds. */
  at: number;
  typed: Typed;
  /** What the editor began with, where that is known. */
  base: Typed | undefined;
}

/** Copies that were never asked for again go after so many days. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

const store = createStore("entente-desk", "typed");
const keyOf = ({ account, record, tab }: CopyOf & { tab: string }) => [account, record, tab].join(" ");

/** The accounts that were signed out on this page: of a form that goes with it nothing is kept. */
const signedOut = new Set<string>();

/** Keeps a copy, in place of the same tab's earlier one. Throws where the browser keeps nothing. */
export function keepCopy(copy: LocalCopy): Promise<void> {
  signedOut.delete(copy.account);
  return set(keyOf(copy), copy, store);
}

/** Keeps what a form held that is gone, but for one that went as its account signed out. */
export async function keepLeft(copy: LocalCopy): Promise<void> {
  if (!signedOut.has(copy.account)) await keepCopy(copy);
}

/** The copies of one record's form by one account, the newest first. */
export async function copiesOf({ account, record }: CopyOf): Promise<LocalCopy[]> {
  const own = (await everyCopy()).filter((copy) => copy.account === account && copy.record === record);
  return own.sort((one, other) => other.at - one.at);
}

/** Throws copies away: they are saved, or not wanted. */
export function dropCopies(copies: readonly (CopyOf & { tab: string })[]): Promise<void> {
  return delMany(copies.map(keyOf), store);
}

/** How many copies an account has in this browser. */
export async function countCopies(account: string): Promise<number> {
  return (await everyCopy()).filter((copy) => copy.account === account).length;
}

/** Has forms that go with their page leave no copy: the account signs out. */
export const keepNone = (account: string) => void signedOut.add(account);

/** The account did not sign out after all. */
export const keepAgain = (account: string) => void signedOut.delete(account);

/** Throws away all that this browser keeps of an account which signs out. */
export async function clearCopies(account: string): Promise<void> {
  keepNone(account);
  await dropCopies((await everyCopy()).filter((copy) => copy.account === account));
}

async function everyCopy(): Promise<LocalCopy[]> {
  const all = await entries<string, LocalCopy>(store);
  const old = all.filter(([, { at }]) => at < Date.now() - keptFor).map(([key]) => key);
  if (old.length > 0) await delMany(old, store);
  return all.filter(([key]) => !old.includes(key)).map(([, copy]) => copy);
}
