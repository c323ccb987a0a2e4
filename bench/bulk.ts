/**
 * Publishing many drafts at once, as the desk does it in the background: each record is checked, published, audited and
 * announced like one that is published by itself. The server beside it shows readers what comes of it.
 */
import { operator } from "@/lib/auth/actor";
import { standingActor } from "@/lib/auth/standing-actor";
import { database } from "@/lib/database/client";
import { askForChange, askForUndo } from "@/lib/desk/bulk/ask-for-change";
import { beginChangeSet, runChangeSet } from "@/lib/desk/bulk/run-change-set";
import { createDraft } from "@/lib/desk/write/save";
import { atLeast, type Figure } from "./figures";
import { type Effort, effortOf, shares } from "./processor";

const records = 300;

export async function bulk(): Promise<Figure[]> {
  const db = database();
  const { id } = await db.user.findFirstOrThrow({ where: { role: "admin", disabledAt: null } });
  const actor = await standingActor(id);
  if (!actor) throw new Error("there is no admin");
  const rows = await drafts();
  const asked = await askForChange(actor, "publish", { kind: "visit", rows });
  if (!asked.ok) throw new Error(`the change was refused: ${asked.reason}`);
  const published = await run(actor, asked.id);
  const undo = await askForUndo(actor, asked.id);
  if (undo === null) throw new Error("nothing can be taken back");
  const taken = await run(actor, undo);
  return [
    atLeast(`records published, ${records} at once`, aSecond(published), 60, "a second"),
    { what: "processor for each: Node and PostgreSQL", value: processor(published) },
    { what: "the same records, taken back", value: `${aSecond(taken).toFixed(0)} a second` },
    { what: "processor for each: Node and PostgreSQL", value: processor(taken) },
  ];
}

const aSecond = ({ taken }: Effort) => (1000 * records) / taken;

const processor = ({ node, postgres }: Effort) => shares([node, postgres], records);

/** Does a change set that was asked for. */
async function run(
  actor: NonNullable<Awaited<ReturnType<typeof standingActor>>>,
  id: string,
): Promise<Effort> {
  if (!(await beginChangeSet(actor, { id, version: 1 }, { confirmAll: true })))
    throw new Error("it did not begin");
  const effort = await effortOf(() => runChangeSet(id));
  const done = await database().changeItem.count({ where: { setId: id, state: "done" } });
  if (done !== records) throw new Error(`${done} of ${records} were done`);
  return effort;
}

/** Drafts of visits, each with a source. */
async function drafts(): Promise<{ id: string; version: number }[]> {
  const db = database();
  const dossier = await db.entry.findFirstOrThrow({ where: { kind: "dossier" } });
  const source = await db.entry.findFirstOrThrow({ where: { kind: "source", state: "published" } });
  const rows: { id: string; version: number }[] = [];
  for (let number = 0; number < records; number += 1) {
    const made = await createDraft(
      operator(),
      { kind: "visit", dossierId: dossier.id },
      visit(number, source.id),
    );
    if (!made.ok) throw new Error(JSON.stringify(made));
    rows.push({ id: made.id, version: made.version });
  }
  return rows;
}

/** A made-up visit, each on a day of its own. */
function visit(number: number, source: string) {
  const day = new Date(Date.UTC(1995, 0, 1 + number * 3)).toISOString().slice(0, 10);
  return {
    ...{ from: "KZ", to: "MX", visitor: `Bench visitor ${number}`, office: "Minister of Made-up Affairs" },
    ...{ rank: "minister", type: "working", began: day, purpose: "Made up. ".repeat(20) },
    citations: [{ source }],
  };
}
