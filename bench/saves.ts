/** Saves and publications by many writers at once, on the default pool and a PostgreSQL that keeps what it says. */
import { randomUUID } from "node:crypto";
import { operator } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { autosave } from "@/lib/desk/write/autosave";
import { createDraft, saveDraft } from "@/lib/desk/write/save";
import type { Written } from "@/lib/desk/outcome";
import { atMost, type Figure, median, percentile } from "./figures";
import { effortOf, shares } from "./processor";

const seconds = 5;

/** Writers that each save a record of their own again and again, or autosave it; the milliseconds of every write. */
export async function savesOf(
  writers: number,
  { forSeconds = seconds, as = "save" as "save" | "autosave" } = {},
): Promise<number[]> {
  const db = database();
  const dossier = await db.entry.findFirstOrThrow({ where: { kind: "dossier" } });
  const source = await db.entry.findFirstOrThrow({ where: { kind: "source" } });
  const taken: number[] = [];
  const ends = Date.now() + forSeconds * 1000;
  const write = async (number: number) => {
    const typed = {
      title: `Bench ${number}`,
      type: "other",
      text: "A made-up text.",
      citations: [{ source: source.id }],
    };
    let { id, version } = must(
      await createDraft(operator(), { kind: "event", dossierId: dossier.id }, typed),
    );
    const tab = randomUUID();
    let edit = 0;
    while (Date.now() < ends) {
      const began = performance.now();
      const text = `Edit of version ${version}. `.repeat(20);
      const target = { kind: "event", id, version, tab: { id: tab, edit: (edit += 1) } } as const;
      const written = { ...typed, text };
      ({ id, version } = must(
        as === "save"
          ? await saveDraft(operator(), target, written)
          : await autosave(operator(), target, dossier.id, written),
      ));
      taken.push(performance.now() - began);
    }
    return { id, version, typed };
  };
  await Promise.all(Array.from({ length: writers }, (_, number) => write(number)));
  return taken;
}

export async function saves(): Promise<Figure[]> {
  const p95s: number[] = [];
  const typed: number[] = [];
  let [count, node, postgres] = [0, 0, 0];
  let ten: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    ten = await savesOf(10);
    p95s.push(percentile(ten, 0.95));
    let own: number[] = [];
    const effort = await effortOf(async () => {
      own = await savesOf(10, { as: "autosave" });
    });
    typed.push(percentile(own, 0.95));
    [count, node, postgres] = [count + own.length, node + effort.node, postgres + effort.postgres];
  }
  const fifty = await savesOf(50);
  const published = await publications(20);
  return [
    atMost("a save, 10 writers, median", median(ten), "ms"),
    atMost("a save, 10 writers, p95 (median of three)", median(p95s), "ms", 100),
    { what: "saves a second, 10 writers", value: String(Math.round(ten.length / seconds)) },
    atMost("an autosave, 10 writers, p95 (median of three)", median(typed), "ms", 60),
    { what: "processor for an autosave: Node and PostgreSQL", value: shares([node, postgres], count) },
    atMost("a save, 50 writers, p95", percentile(fifty, 0.95), "ms", 500),
    atMost("a publication, alone, median", median(published), "ms"),
  ];
}

async function publications(times: number): Promise<number[]> {
  const db = database();
  const dossier = await db.entry.findFirstOrThrow({ where: { kind: "dossier" } });
  const source = await db.entry.findFirstOrThrow({ where: { kind: "source" } });
  const typed = {
    title: "Bench publication",
    type: "other",
    text: "Made up.",
    citations: [{ source: source.id }],
  };
  let target = must(await createDraft(operator(), { kind: "event", dossierId: dossier.id }, typed));
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    target = must(await publish(operator(), { kind: "event", ...target }, typed));
    taken.push(performance.now() - began);
  }
  return taken;
}

function must(outcome: { ok: boolean }): Written {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Written;
}
