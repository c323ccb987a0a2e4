/** The records of the mixed load: one for each editor, with all that was sent for it and all that was acknowledged. */
import { people } from "../../../../e2e/support/people";
import { type Form, PlainBrowser, signInPlainly } from "../../../../e2e/support/plain-browser";
import { makeRecord } from "../../../../e2e/support/plain-desk";
import { database } from "@/lib/database/client";
import { recordPath } from "@/lib/record-paths";
import type { OwnServer } from "../../support/own-server";
import { eventValues, firstDossier, slug } from "../../support/first-dossier";

/** Longer than any bound of the server's own, in milliseconds: what takes longer than that hangs. */
export const patience = 90_000;
/** In every text that was saved as a draft and in none that was published. */
export const draftWord = "Zxqvdraft";

/** Something sent for a record: a draft's text or a published one, each said once only. */
export interface Sent {
  action: "save" | "publish";
  text: string;
}

export interface LoadRecord {
  id: string;
  title: string;
  /** Its page for readers, and at the desk. */
  path: string;
  deskPath: string;
  browser: PlainBrowser;
  form: Form;
  /** The version as which it was made. */
  made: number;
  /** The version that the editor's form was opened at. */
  version: number;
  /** What was sent to become a version, acknowledged or not. */
  sent: Map<number, Sent[]>;
  /** What was acknowledged as a version. */
  acknowledged: Map<number, Sent>;
}

/** Signs so many editors in, each in a session of its own, and publishes a record for each. */
export async function makeRecords({ origin }: OwnServer, count: number): Promise<LoadRecord[]> {
  const dossier = await firstDossier();
  const records: LoadRecord[] = [];
  for (let number = 0; number < count; number += 1) {
    const browser = new PlainBrowser({ origin, patience });
    await signInPlainly(browser, people.editor);
    // One word, so that a search for it finds this record alone.
    const title = `Loadedrecord${String.fromCharCode(97 + number)}`;
    const values = eventValues(title, dossier.source);
    const made = await makeRecord(browser, "history", values, { dossier: dossier.id, intent: "publish" });
    const id = made.path.split("/").at(-1)!;
    const { version, slug: own } = await database().entry.findUniqueOrThrow({
      where: { id },
      select: { version: true, slug: true },
    });
    records.push({
      ...{ id, title, browser, version, made: version },
      path: recordPath(slug, { kind: "event", slug: own! }),
      deskPath: made.path,
      form: made.page.form("_kind"),
      sent: new Map(),
      acknowledged: new Map([[version, { action: "publish", text: values.text }]]),
    });
  }
  return records;
}
