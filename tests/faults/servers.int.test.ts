/** What becomes of pages and publications when servers are killed, stopped, or several. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { doWith, makeRecord } from "../../e2e/support/plain-desk";
import { PlainBrowser } from "../../e2e/support/plain-browser";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { makeDraft, someone, written } from "../support/make";
import { eventValues, firstDossier, slug } from "./support/first-dossier";
import { killWhileTyping } from "./support/kill-while-typing";
import type { OwnServer } from "./support/own-server";
import { knownPages, readAll } from "./support/pages";
import { startReaders } from "./support/readers";
import { type Rig, startRig } from "./support/rig";
import { atMost } from "../support/at-most";
import { until } from "../support/until";

const history = `/${slug}/history`;
// Below the five seconds of the poll, where the machine has nothing else to do; where it has, the bound grows beyond
// them. That servers are told and need not poll, they say themselves: `entente_outbox_listening`.
const heard = () => ({ within: atMost(3500) });

let rig: Rig;
let server: OwnServer;
let editor: PlainBrowser;
/** A second server on the same database. */
let other: OwnServer;
/** Where that server keeps its documents, and a later one finds them. */
let others: string;

beforeAll(async () => {
  rig = await startRig();
  others = rig.folder();
  server = await rig.serve();
  editor = await rig.signIn(server, "editor");
});

afterAll(() => rig.stop());

const textAt = async ({ origin }: OwnServer, path: string) => (await fetch(origin + path)).text();
const shows = (one: OwnServer, word: string) => async () => (await textAt(one, history)).includes(word);

it("renders a cold page once, however many ask for it at once", async () => {
  const before = await server.measure("entente_renders_total");
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => fetch(`${server.origin}/${slug}/agreements?by=status`)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect((await server.measure("entente_renders_total")) - before).toBe(1);
});

it("shows on every server what was published on one, at once, and no longer what was taken down", async () => {
  other = await rig.serve({ data: others });
  const dossier = await firstDossier();
  for (const one of [server, other]) await readAll(one.origin);
  const listens = async (one: OwnServer) => (await one.measure("entente_outbox_listening")) === 1;
  for (const one of [server, other]) await until("it listens", () => listens(one));
  const title = "Published on one server";
  const record = await makeRecord(editor, "history", eventValues(title, dossier.source), {
    dossier: dossier.id,
    intent: "publish",
  });
  expect(await textAt(server, history)).toContain(title);
  await until("the other shows it", shows(other, title), heard());

  await doWith(editor, record, "unpublish");
  expect(await textAt(server, history)).not.toContain(title);
  await until("the other is without it", async () => !(await shows(other, title)()), heard());
  const everywhere = [
    "/",
    `/${slug}`,
    history,
    `${history}.json`,
    `${history}.csv`,
    "/feed.atom",
    `/${slug}/sitemap.xml`,
  ];
  for (const path of everywhere)
    for (const one of [server, other]) {
      const text = await textAt(one, path);
      expect(text).not.toContain(title);
      expect(text).not.toContain("published-on-one-server");
    }
  for (const one of [server, other]) expect(await listens(one)).toBe(true);
  expect(await textAt(other, history)).toContain("CC BY 4.0");
});

it("finishes what is under way when told to stop, drops nothing, and ends within thirty seconds", async () => {
  const counts = { whole: 0, broken: [] as string[] };
  let toldAt = Infinity;
  // It takes connections for a second after it was told. A client that a busy machine held up for longer, so that it never
  // heard that the server leaves, is refused, or finds the connection closed that it had kept.
  const gone: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ECONNRESET", "UND_ERR_SOCKET"]);
  const isLate = (askedAt: number, error: unknown) =>
    askedAt > toldAt + 800 && gone.has(((error as Error).cause as NodeJS.ErrnoException)?.code);
  const isLeaving = (answer: Response) => answer.headers.get("connection") === "close";
  const paths = ["/", `/${slug}`, `/search?q=fox`, "/admin/sign-in"];
  const ask = async (first: number) => {
    for (let number = first; number < first + 20_000; number += 1) {
      const path = paths[number % paths.length]!;
      const askedAt = performance.now();
      try {
        const answer = await fetch(other.origin + path);
        await answer.text();
        if (answer.status === 200) counts.whole += 1;
        else counts.broken.push(`${path} answered ${answer.status}`);
        // A balancer takes this as word that the server leaves.
        if (isLeaving(answer)) return;
      } catch (error) {
        if (isLate(askedAt, error)) return;
        return void counts.broken.push(`${path}: ${String((error as Error).cause ?? error)}`);
      }
    }
  };
  const asking = Promise.all(Array.from({ length: 16 }, (_, number) => ask(number)));
  await until("they ask", () => counts.whole > 50);
  toldAt = performance.now();
  const code = await other.end("SIGTERM");
  await asking;
  expect(code).toBe(0);
  expect(performance.now() - toldAt).toBeLessThan(atMost(30_000));
  expect(counts.broken).toEqual([]);
  expect(readdirSync(join(others, "press"))).not.toEqual([]);
});

it("makes its pages anew when it is started under another licence or address", async () => {
  const licence = "Made-up Licence https://licence.example/";
  const later = await rig.serve({ data: others, env: { ENTENTE_LICENCE: licence } });
  await until("they say so", shows(later, "Made-up Licence"));
  expect(await textAt(later, history)).toContain(`${later.origin}${history}`);
  // Who signed in before another server ended is still signed in.
  const again = new PlainBrowser({ origin: later.origin });
  for (const [name, value] of editor.cookies) again.cookies.set(name, value);
  expect(await again.ask("/admin")).toMatchObject({ status: 200 });
  await later.end("SIGTERM");
});

it("shows within ten seconds what was published when its process was killed before it could say so", async () => {
  await readAll(server.origin);
  await textAt(server, history);
  const title = "Published by a process that died";
  const draft = await makeDraft("event", { ...(await firstDossier()), version: 1 }, { title });
  await server.end("SIGKILL");
  written(await publish(someone("editor"), draft, draft.typed));
  const began = performance.now();
  // Measured before as well: what takes the processor while the server starts may be gone when it has.
  const before = atMost(10_000);
  await server.start();
  await until("it is shown", shows(server, title));
  expect(performance.now() - began).toBeLessThan(Math.max(before, atMost(10_000)));
});

/**
 * Asks for what a process that is being started has to make, which answers by waiting for it. A busy machine may take
 * longer for the start than requests may wait: then, and no earlier, they are told so, and can be asked again.
 */
async function waiting(ask: () => Promise<Response>): Promise<void> {
  const began = performance.now();
  const { status } = await ask();
  if (status === 200) return;
  expect([status, performance.now() - began > 10_000]).toEqual([503, true]);
  await until("it is answered", async () => (await ask()).status === 200);
}

it("keeps answering readers when the processes that make its pages die, and starts others", async () => {
  await readAll(server.origin);
  const readers = startReaders(server.origin, knownPages);
  const killed = [server.nextPid("desk"), server.nextPid("renders")];
  for (const pid of killed) process.kill(pid!, "SIGKILL");
  // Who asks for a page meanwhile waits for the next process.
  const search = waiting(() => fetch(`${server.origin}/search?q=fox+and+what+died`));
  const desk = waiting(() => editor.ask("/admin"));
  await Promise.all([search, desk]);
  const { faults, answers, slowest } = await readers.stop();
  expect(faults).toEqual([]);
  expect(answers).toBeGreaterThan(10);
  expect(slowest).toBeLessThan(atMost(2000));
  expect([server.nextPid("desk"), server.nextPid("renders")]).not.toEqual(killed);
  for (const process of ["desk", "renders"])
    expect(server.lines).toContainEqual(expect.objectContaining({ level: 50, process, signal: "SIGKILL" }));
});

it("serves the desk and its readers while no page can be made for readers, and the other way round", async () => {
  await readAll(server.origin);
  const halted = async (of: "desk" | "renders", meanwhile: () => Promise<void>) => {
    const pid = server.nextPid(of)!;
    process.kill(pid, "SIGSTOP");
    try {
      await meanwhile();
    } finally {
      process.kill(pid, "SIGCONT");
    }
  };
  let waiting: Promise<Response> | undefined;
  await halted("renders", async () => {
    waiting = fetch(`${server.origin}/search?q=a+halt`);
    expect((await editor.open("/admin")).status).toBe(200);
    await readAll(server.origin);
  });
  expect((await waiting)?.status).toBe(200);
  await halted("desk", async () => {
    expect((await fetch(`${server.origin}/search?q=another+halt`)).status).toBe(200);
  });
  expect((await editor.open("/admin")).status).toBe(200);
});

it("tells how many signed in, and on how many connections its pages work", async () => {
  expect(await server.measure("entente_pool_connections")).toBeGreaterThan(0);
  const before = await server.measure("entente_sign_ins_total");
  await rig.signIn(server, "viewer");
  expect((await server.measure("entente_sign_ins_total")) - before).toBe(1);
});

it("publishes at its time what was due while the process for it was killed", async () => {
  const dossier = { ...(await firstDossier()), version: 1 };
  const draft = await makeDraft("event", dossier, { title: "Due while nothing ran" });
  const { id: madeById, name: madeByName } = await database().user.findFirstOrThrow({
    where: { role: "editor", disabledAt: null },
  });
  await until("it works in the background", () => server.nextPid("jobs") !== undefined);
  const killed = server.nextPid("jobs")!;
  process.kill(killed, "SIGKILL");
  const dueAt = new Date();
  await database().scheduledMove.create({
    data: {
      ...{ id: v7(), entryId: draft.id, move: "publish", entryVersion: draft.version, zone: "UTC" },
      ...{ dueAt, tryAt: dueAt, madeById, madeByName },
    },
  });
  await until("readers see it", shows(server, "Due while nothing ran"));
  expect(server.nextPid("jobs")).not.toBe(killed);
  expect(await (await fetch(`${server.origin}/readyz`)).text()).toBe("ok\n");
});

it("has every acknowledged autosave, and no record twice, after kills in mid-typing", async () => {
  const killed = await rig.serve({ data: rig.folder() });
  const { id } = await firstDossier();
  const counts = await killWhileTyping(killed, await rig.signIn(killed, "author"), id, { rounds: 2 });
  expect(counts.kills).toBe(2);
  expect(counts.acknowledged).toBeGreaterThan(8);
  await killed.end("SIGTERM");
});

it("serves readers and says so when no document can be written", async () => {
  const data = rig.folder();
  mkdirSync(data, { recursive: true });
  // A file where the folder should be refuses every document, to root as well.
  writeFileSync(join(data, "press"), "");
  const full = await rig.serve({ data });
  await readAll(full.origin);
  await readAll(full.origin);
  expect(full.lines).toContainEqual(expect.objectContaining({ level: 40, msg: "document not kept on disk" }));
  await full.end("SIGTERM");
});

it("shows no byte of a draft to the public, while drafts are previewed and pages read", async () => {
  const [asked, secret] = ["Zxqvdraft", "Qpwonderword"];
  const dossier = { ...(await firstDossier()), version: 1 };
  const drafts = await Promise.all(
    Array.from({ length: 10 }, () =>
      makeDraft("event", dossier, { title: `${asked} ${secret}`, text: secret }),
    ),
  );
  const paths = [
    "/",
    `/${slug}`,
    history,
    `${history}.json`,
    `/search?q=${asked}`,
    "/feed.atom",
    `/${slug}/sitemap.xml`,
  ];
  let previews = 0;
  const preview = async (number: number) => {
    const page = await editor.open(`/admin/history/${drafts[number % drafts.length]!.id}/preview`);
    if (page.text.includes(secret)) previews += 1;
  };
  const read = async (number: number) => {
    // With the editor's own cookie: what is public is the same for all.
    const answer = await editor.ask(paths[number % paths.length]!);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain(secret);
    expect(answer.headers.get("set-cookie")).toBeNull();
  };
  for (let round = 0; round < 10; round += 1)
    await Promise.all(
      Array.from({ length: 10 }, (_, number) => [preview(number), read(round * 10 + number)]).flat(),
    );
  expect(previews).toBe(100);
});
