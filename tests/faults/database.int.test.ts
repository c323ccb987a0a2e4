/** What readers and editors get while the database is gone or dumb, and how soon all is well again. */
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Form, PlainBrowser } from "../../e2e/support/plain-browser";
import type { OwnServer } from "./support/own-server";
import { knownPages, readAll } from "./support/pages";
import { startReaders } from "./support/readers";
import { type BreakableRig, startBreakableRig } from "./support/rig";
import { atMost } from "../support/at-most";
import { until } from "../support/until";

const deskAnswersWithin = 3000;
const recoversWithin = 5000;

let rig: BreakableRig;
let server: OwnServer;
let editor: PlainBrowser;
let record: string;

beforeAll(async () => {
  rig = await startBreakableRig();
  server = await rig.serve();
  editor = await rig.signIn(server, "editor");
  const list = await editor.open("/admin/history");
  record = /href="(\/admin\/history\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? "";
  await readAll(server.origin);
  await until("the documents are on disk", () => documentsOnDisk() >= Object.keys(knownPages).length);
});

afterAll(() => rig.stop());

const documentsOnDisk = () =>
  readdirSync(rig.data, { recursive: true }).filter((name) => /\/[0-9a-f]{32}$/.test(String(name))).length;

/** What the desk answers, and how long it took. */
async function timed(asked: Promise<Response>) {
  const began = performance.now();
  const answer = await asked;
  return { status: answer.status, text: await answer.text(), took: performance.now() - began };
}

const isReady = () => fetch(`${server.origin}/readyz`).then(({ ok }) => ok);
const savesAgain = (form: Form) =>
  editor.post(form, { _intent: "save" }).then(({ status }) => status === 303);

async function refusesPlainly(form: Form): Promise<void> {
  const asked = [
    editor.ask("/admin"),
    editor.ask(record),
    editor.post(form, { _intent: "save", title: "Typed while the database was away" }),
  ];
  for (const { status, text, took } of await Promise.all(asked.map(timed))) {
    expect(status).toBe(503);
    expect(text).toMatch(/The record is out of reach/);
    expect(took).toBeLessThan(atMost(deskAnswersWithin));
  }
}

it("serves every known document while the database is killed, refuses edits, and recovers by itself", async () => {
  const { text, form } = await editor.open(record);
  expect(text).not.toContain("Typed while the database was away");
  const readers = startReaders(server.origin, knownPages);
  await rig.postgres.kill();
  await refusesPlainly(form("_kind"));
  expect(await fetch(`${server.origin}/readyz`)).toMatchObject({ status: 503 });
  expect(await fetch(`${server.origin}/livez`)).toMatchObject({ status: 200 });

  await rig.postgres.revive();
  const within = atMost(recoversWithin);
  const took = await until("it is ready", isReady, { within });
  await until("an edit is taken", async () => savesAgain((await editor.open(record)).form("_kind")), {
    within: within - took,
  });
  const { faults, answers } = await readers.stop();
  expect(faults).toEqual([]);
  expect(answers).toBeGreaterThan(100);
  expect((await editor.open(record)).text).not.toContain("Typed while the database was away");
});

it("answers at the desk within three seconds when the database takes connections and says nothing", async () => {
  const { form } = await editor.open(record);
  const readers = startReaders(server.origin, knownPages);
  rig.wire.mute();
  await refusesPlainly(form("_kind"));
  await refusesPlainly(form("_kind"));
  rig.wire.mend();
  const within = atMost(recoversWithin);
  const took = await until("it is ready", isReady, { within });
  await until("an edit is taken", async () => savesAgain((await editor.open(record)).form("_kind")), {
    within: within - took,
  });
  const { faults, slowest } = await readers.stop();
  expect(faults).toEqual([]);
  expect(slowest).toBeLessThan(atMost(2000));
});

it("starts without the database, and serves what it kept with its styles", async () => {
  await rig.postgres.kill();
  expect(await server.end("SIGTERM")).toBe(0);
  await server.start();
  await readAll(server.origin);
  const page = await (await fetch(`${server.origin}/kazakhstan-mexico`)).text();
  const styles = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
  expect(styles.length).toBeGreaterThan(0);
  for (const href of styles) expect(await fetch(server.origin + href)).toMatchObject({ status: 200 });
  expect(await editor.ask("/admin")).toMatchObject({ status: 503 });

  await rig.postgres.revive();
  await until("it is ready", isReady, { within: atMost(recoversWithin) });
  expect((await editor.open(record)).status).toBe(200);
});
