/** What the cases of the access matrix are made of. */
import type { Intent } from "@/components/desk/form/answer";
import type { actions } from "../../access-matrix";
import { formOf } from "../call-action";
import { adminCookie, type Member } from "../crew";
import { uniqueWord } from "../members";
import { type FormValues, type Standing, writeRecord } from "../records";

/** A call that is ready to be made. */
export interface Prepared {
  page: string;
  args: unknown[];
  /** Words and ids that are in every row that the call could change or make. */
  marks: string[];
}

/** Prepares a call by `caller`; where the call is anonymous, it is about an account that does not call. */
export type Prepare = (caller: Member) => Promise<Prepared>;

/** How to ask for each thing of the matrix, by action. */
export type Cases = { [Action in keyof typeof actions]: Record<keyof (typeof actions)[Action], Prepare> };

export const blank = { outcome: "none" } as const;

/** A record for one call: a source, which readers do not see unless something cites it. */
export async function record(
  ...intents: Intent[]
): Promise<{ standing: Standing; values: FormValues; word: string }> {
  const word = uniqueWord();
  const values = { title: `Gazette ${word}`, publisher: "A publisher" };
  const write = { kind: "source", values, cookie: await adminCookie() } as const;
  let standing = await writeRecord({ ...write, intent: "save" });
  for (const intent of intents) standing = await writeRecord({ ...write, intent, target: standing });
  return { standing, values, word };
}

/** A dossier for one call: a draft, which no reader sees. */
export async function ownDossier(): Promise<string> {
  const values = { countryA: "BV", countryB: "HM" };
  return (await writeRecord({ kind: "dossier", intent: "save", values, cookie: await adminCookie() })).id;
}

/** A form of accounts or settings. */
export const account = (page: string, values: FormValues, ...marks: string[]): Prepared => ({
  page,
  args: [blank, formOf(values)],
  marks,
});
