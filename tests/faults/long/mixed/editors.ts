/** Editors who save and publish a record of their own again and again over HTTP, and keep account of what they were told. */
import { setTimeout as wait } from "node:timers/promises";
import { type Form, formIn } from "../../../../e2e/support/plain-browser";
import type { Figures } from "./figures";
import { draftWord, type LoadRecord, type Sent } from "./records";

/** From one save of an editor to the next, in milliseconds. */
const between = 1000;
/** One in so many is a publication. */
const publishesEvery = 4;

export interface EditorCounts {
  saves: number;
  publications: number;
  /** Changes that were answered with anything but a yes, and those that were not answered. */
  refused: number;
  unanswered: number;
}

/** Starts an editor for each record; resolves when `goesOn` has become false and each has their last answer. */
export async function startEditors(
  records: readonly LoadRecord[],
  figures: Figures,
  goesOn: () => boolean,
): Promise<EditorCounts> {
  const counts: EditorCounts = { saves: 0, publications: 0, refused: 0, unanswered: 0 };
  const edit = async (record: LoadRecord, place: number) => {
    // They do not all press at once.
    await wait((between / records.length) * place);
    for (let number = 1; number < 1_000_000 && goesOn(); number += 1) {
      const began = performance.now();
      const isTaken = await send(record, sentAs(record, number), figures, counts);
      if (!isTaken) await reopen(record, figures, goesOn);
      await wait(Math.max(0, began + between - performance.now()));
    }
  };
  await Promise.all(records.map(edit));
  return counts;
}

function sentAs({ title }: LoadRecord, number: number): Sent {
  const isPublished = number % publishesEvery === 0;
  return isPublished
    ? { action: "publish", text: `Public text ${number} of ${title}.` }
    : { action: "save", text: `${draftWord} ${number} of ${title}.` };
}

/** Sends a change of the version that the editor has before them; whether it was acknowledged. */
async function send(
  record: LoadRecord,
  sent: Sent,
  figures: Figures,
  counts: EditorCounts,
): Promise<boolean> {
  const next = record.version + 1;
  record.sent.set(next, [...(record.sent.get(next) ?? []), sent]);
  const what = sent.action === "save" ? "save" : "publication";
  const values = { _version: String(record.version), _intent: sent.action, text: sent.text };
  const name = `${what} of version ${next} of ${record.title}`;
  const got = await figures.ask(what, name, () => record.browser.post(record.form, values));
  const isYes = got?.status === 303 && got.location?.endsWith(`${record.deskPath}?did=${sent.action}`);
  if (isYes) {
    record.acknowledged.set(next, sent);
    record.version = next;
    counts[what === "save" ? "saves" : "publications"] += 1;
    return true;
  }
  if (got) counts.refused += 1;
  else counts.unanswered += 1;
  // A form that comes back with what was typed answers 200: the version may have been made by what was cut off before.
  if (got && got.status !== 200 && got.status < 500)
    figures.fault(`${name} answered ${got.status}, ${got.location}`);
  return false;
}

/** Opens the record's form again, as an editor does who was not told that their change was taken. */
async function reopen(record: LoadRecord, figures: Figures, goesOn: () => boolean): Promise<void> {
  for (let tried = 0; tried < 1000 && goesOn(); tried += 1) {
    const name = `the form of ${record.title}`;
    const got = await figures.ask("form", name, () => record.browser.ask(record.deskPath));
    const form = got?.status === 200 ? formIn(got.text, "_kind", record.form.url) : null;
    if (form) return takeForm(record, form, figures);
    if (got && got.status < 500) figures.fault(`${name} answered ${got.status} without the form`);
    await wait(500);
  }
}

/** Goes on from an opened form: what it holds is what was acknowledged, or was sent and made it all the same. */
function takeForm(record: LoadRecord, form: Form, figures: Figures): void {
  const values = new Map(form.values);
  const [version, text] = [Number(values.get("_version")), values.get("text")];
  const acknowledged = record.acknowledged.get(version);
  const known = acknowledged ? [acknowledged] : (record.sent.get(version) ?? []);
  if (version < record.version)
    figures.fault(`${record.title} is at version ${version}, after ${record.version} was there`);
  if (!known.some((one) => one.text === text))
    figures.fault(`version ${version} of ${record.title} holds "${text}", which was not sent`);
  record.version = version;
}
