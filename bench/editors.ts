/**
 * Fifty editors at the desk, in a process of their own: each saves a record of theirs by its form, over HTTP, once a
 * second. Says when they begin, and the p95 of a save at the end.
 */
import { setTimeout as wait } from "node:timers/promises";
import { people } from "../e2e/support/people";
import { type Form, PlainBrowser, signInPlainly } from "../e2e/support/plain-browser";
import { makeRecord } from "../e2e/support/plain-desk";
import { percentile } from "./figures";
import { firstSource } from "@/tests/support/rows";

const editors = 50;
const between = 1000;

const [origin = "", dossier = "", source = "", seconds = "5"] = process.argv.slice(2);
const browser = new PlainBrowser({ origin });
await signInPlainly(browser, people.editor);
const values = { title: "Bench", type: "other", text: "Made up.", [firstSource]: source };
const forms: Form[] = [];
for (let number = 0; number < editors; number += 1) {
  const { page } = await makeRecord(browser, "history", { ...values, title: `Bench ${number}` }, { dossier });
  forms.push(page.form("_kind"));
}

process.send?.("begun");
const taken: number[] = [];
const ends = Date.now() + Number(seconds) * 1000;
const edit = async (form: Form, number: number) => {
  // They do not all press at once.
  await wait((between / editors) * number);
  for (let version = 1; Date.now() < ends; version += 1) {
    const began = performance.now();
    const text = `Edit of version ${version}. `.repeat(20);
    const answer = await browser.post(form, { _intent: "save", _version: String(version), text });
    await answer.body?.cancel();
    if (answer.status !== 303) throw new Error(`a save answered ${answer.status}`);
    taken.push(performance.now() - began);
    await wait(Math.max(0, began + between - performance.now()));
  }
};
await Promise.all(forms.map(edit));
process.send?.({ saves: taken.length, p95: percentile(taken, 0.95) });
process.disconnect();
