/**
 * kill -9 of the server in mid-save, again and again: each record is wholly old or wholly new, every save that was
 * acknowledged is there, and there is one audit event and one revision for each committed version.
 */
import type { Form, PlainBrowser } from "../../../e2e/support/plain-browser";
import { database, pool } from "@/lib/database/client";
import { makeDraft } from "../../support/make";
import { firstDossier } from "../support/first-dossier";
import { until } from "../../support/until";
import type { Part } from "./main";

const rounds = Number(process.env.FAULT_ROUNDS ?? 200);
/** Where a machine is too slow for all of them. */
const minutes = Number(process.env.FAULT_MINUTES ?? 60);
const writers = 4;

interface Writer {
  id: string;
  form: Form;
  /** The last version that the server has acknowledged. */
  acknowledged: number;
}

interface Stored {
  version: number;
  draft: { title?: string; text?: string };
}

export const kills: Part = async (rig) => {
  const server = await rig.serve();
  const editor = await rig.signIn(server, "editor");
  const dossier = { ...(await firstDossier()), version: 1 };
  const all: Writer[] = [];
  for (let number = 0; number < writers; number += 1) {
    const { id, version } = await makeDraft("event", dossier, { title: "Version 1", text: "Version 1" });
    const form = (await editor.open(`/admin/history/${id}`)).form("_kind");
    all.push({ id, form, acknowledged: version });
  }
  const counts = { acknowledged: 0, unanswered: 0, refused: 0, committedUnanswered: 0 };
  const ends = Date.now() + minutes * 60_000;
  let round = 0;
  for (; round < rounds && Date.now() < ends; round += 1) {
    if (round > 0) await server.start();
    let isUp = true;
    const writing = all.map((writer) => write(editor, writer, () => isUp, counts));
    const before = counts.acknowledged;
    await until("a save is acknowledged", () => counts.acknowledged > before, {
      within: 30_000,
      every: 5,
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; ${JSON.stringify(server.lines.slice(-3))}`);
    });
    // Somewhere within the next ones: each round at another moment of theirs.
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 250));
    isUp = false;
    await server.end("SIGKILL");
    await Promise.all(writing);
    await until("the killed server's statements have ended", isSettled);
    for (const writer of all) counts.committedUnanswered += await settle(writer);
    if (round % 20 === 19) console.log(`      killed ${round + 1} times`);
  }
  for (const { id } of all) await holdTrail(id);
  return {
    kills: round,
    "saves acknowledged": counts.acknowledged,
    "saves refused": counts.refused,
    "saves cut off": counts.unanswered,
    "of these committed": counts.committedUnanswered,
  };
};

async function write(
  browser: PlainBrowser,
  writer: Writer,
  isUp: () => boolean,
  counts: { acknowledged: number; unanswered: number; refused: number; committedUnanswered: number },
): Promise<void> {
  for (let tried = 0; tried < 1_000_000 && isUp(); tried += 1) {
    const next = writer.acknowledged + 1;
    const words = `Version ${next}`;
    const answer = await browser
      .post(writer.form, {
        _version: String(writer.acknowledged),
        _intent: "save",
        title: words,
        text: words,
      })
      .catch(() => null);
    if (!answer) return void (counts.unanswered += 1);
    await answer.body?.cancel().catch(() => undefined);
    // Busy with starting, it may turn a save away: nothing is lost by that, as its sender is told.
    if (answer.status >= 500) {
      counts.refused += 1;
      counts.committedUnanswered += await settle(writer);
      continue;
    }
    if (answer.status !== 303) throw new Error(`a save of version ${next} answered ${answer.status}`);
    writer.acknowledged = next;
    counts.acknowledged += 1;
  }
}

const stored = async (id: string) =>
  (await database().entry.findUniqueOrThrow({
    where: { id },
    select: { version: true, draft: true },
  })) as Stored;

/** Whether the database has ended all that a killed server had sent it: no connection but ours is left. */
async function isSettled(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend'`;
  return row!.count <= pool().totalCount;
}

/** Checks a record after a kill or a refusal, and takes what stands now for acknowledged; returns 1 where that is newer. */
async function settle(writer: Writer): Promise<number> {
  const { version, draft } = await stored(writer.id);
  const words = `Version ${version}`;
  if (version < writer.acknowledged)
    throw new Error(`an acknowledged save is gone: ${writer.acknowledged} > ${version}`);
  if (version > writer.acknowledged + 1) throw new Error(`version ${version} was never sent`);
  if (draft.title !== words || draft.text !== words)
    throw new Error(`version ${version} is half "${draft.title}", half "${draft.text}"`);
  const isNewer = version > writer.acknowledged;
  writer.acknowledged = version;
  return isNewer ? 1 : 0;
}

async function holdTrail(id: string): Promise<void> {
  const db = database();
  const { version } = await stored(id);
  const events = await db.auditEvent.findMany({ where: { entryId: id }, select: { version: true } });
  const revisions = await db.revision.findMany({ where: { entryId: id }, select: { version: true } });
  for (const [what, rows] of Object.entries({ events, revisions })) {
    const versions = rows.map((row) => row.version).sort((a, b) => (a ?? 0) - (b ?? 0));
    const isWhole = versions.length === version && versions.every((one, index) => one === index + 1);
    if (!isWhole) throw new Error(`${what} of ${id}: ${versions.length} for ${version} versions`);
  }
}
