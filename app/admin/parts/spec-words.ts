import "server-only";
import { getMessages, getTranslations } from "next-intl/server";
import type { SpecWords } from "@/components/desk/form/build-form-spec";
import type { Words } from "@/components/desk/form/fill";

/** The interface's words as forms are built from them. */
export async function specWords(): Promise<SpecWords> {
  const t = await getTranslations();
  return { say: (key, params) => t(key as never, params as never), has: (key) => t.has(key as never) };
}

/** The words under a dotted key as they are written, for what puts them together in the browser. */
export async function rawWords(key: string): Promise<Words> {
  let words = (await getMessages()) as unknown as Words;
  for (const part of key.split(".")) words = words[part] as Words;
  return words;
}
