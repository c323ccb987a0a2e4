/** An editor who publishes a change of a record, and readers who must see it. */
import type { PlainBrowser } from "../../../e2e/support/plain-browser";
import { atMost } from "../../support/at-most";
import { until } from "../../support/until";
import { slug } from "./first-dossier";

/** Publishes an event of the first dossier under a new title; resolves when the desk has said that it is published. */
export async function publishChange(editor: PlainBrowser, title: string): Promise<void> {
  const list = await editor.open("/admin/history");
  const record = /href="(\/admin\/history\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? "";
  const page = await editor.open(record);
  const answer = await editor.post(page.form("_kind"), { _intent: "publish", title });
  if (answer.status !== 303) throw new Error(`the desk answered ${answer.status} to a publication`);
}

/**
 * Milliseconds until a reader's page says it. It does at once, or once it is made where that takes longer than readers wait; a page
 * that was made without it would be kept, and never say it. @throws Error where that is so
 */
export async function readsSoon(origin: string, words: string): Promise<number> {
  const says = async () => (await (await fetch(`${origin}/${slug}/history`)).text()).includes(words);
  return until(`a reader reads "${words}"`, says, { within: atMost(10_000) });
}
