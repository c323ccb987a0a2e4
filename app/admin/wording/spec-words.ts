import "server-only";
import { getMessages, getTranslations } from "next-intl/server";
import type { SpecWords } from "@/components/desk/form/build-form-spec";
import { subjectKeys } from "@/lib/domain/subjects";
import { keptSubjects } from "@/lib/published/subjects";
import type { Words } from "@/components/desk/form/fill";

/** The interface's words as forms are built from them, with what the desk calls the choices that it keeps. */
export async function specWords(): Promise<SpecWords> {
  const [t, kept] = await Promise.all([getTranslations(), keptSubjects()]);
  const names = new Map(kept.map(({ key, name }) => [`choices.${key}`, name]));
  return {
    say: (key, params) => names.get(key) ?? t(key, params),
    has: (key) => names.has(key) || t.has(key),
    kept: () => subjectKeys(kept),
  };
}

/** The words under a dotted key as they are written, for what puts them together in the browser. */
export async function rawWords(key: string): Promise<Words> {
  let words: Words | string | undefined = await getMessages();
  for (const part of key.split(".")) words = typeof words === "object" ? words[part] : undefined;
  if (typeof words !== "object") throw new Error(`No words stand under ${key}`);
  return words;
}
