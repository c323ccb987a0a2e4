/** The desk by its forms, without scripts: as much of it as a story over HTTP needs. */
import type { Page, PlainBrowser } from "./plain-browser";

export type Intent = "save" | "publish" | "unpublish" | "trash";

/** A record at the desk. */
export interface DeskRecord {
  /** Its page at the desk. */
  path: string;
  page: Page;
}

/** Fills a new form of a list and sends it. Throws what the desk answers where that makes no record. */
export async function makeRecord(
  browser: PlainBrowser,
  list: string,
  values: Record<string, string>,
  { dossier, intent = "save" }: { dossier?: string; intent?: Intent } = {},
): Promise<DeskRecord> {
  const empty = await browser.open(`/admin/${list}/new${dossier ? `?dossier=${dossier}` : ""}`);
  return recordIn(await browser.send(empty.form("_kind"), { ...values, _intent: intent }), list);
}

/** Opens a record's form and does with it what a button does, with some values changed. */
export async function doWith(
  browser: PlainBrowser,
  { path }: Pick<DeskRecord, "path">,
  intent: Intent,
  values: Record<string, string> = {},
): Promise<DeskRecord> {
  const opened = await browser.open(path);
  const [, , list = ""] = path.split("/");
  return recordIn(await browser.send(opened.form("_kind"), { ...values, _intent: intent }), list);
}

function recordIn(page: Page, list: string): DeskRecord {
  const { pathname, searchParams } = new URL(page.url);
  const isRecord = new RegExp(`^/admin/${list}/[0-9a-f-]{36}$`).test(pathname);
  // A form that was refused comes back without a redirect.
  if (page.status !== 200 || !isRecord || !searchParams.has("did"))
    throw new Error(`the desk answered ${page.status} at ${pathname}: ${alertIn(page.text)}`);
  return { path: pathname, page };
}

/** What a page says in its alerts, without the tags. */
function alertIn(html: string): string {
  const [, alert = "no reason given"] =
    /role="alert"[^>]*>([\s\S]{0,600}?)<\/(?:section|p|div)>/.exec(html) ?? [];
  return alert
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
