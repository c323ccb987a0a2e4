/** Documents know what they show: a publication renews those that it changes, and leaves alone those that it does not. */
import { join } from "node:path";
import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../../scripts/lib/paths.mjs";
import { typescript } from "../../scripts/lib/run.mjs";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { verify } from "@/lib/desk/publish/verify";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { recordPath } from "@/lib/record-paths";
import { listPaths } from "@/lib/routes";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { diskCache } from "@/server/documents/disk-cache";
import { DocumentStore } from "@/server/documents/document-store";
import { type StoredDocument, bodyOf } from "@/server/documents/stored-document";
import type { NextConnection } from "@/server/next/next-connection";
import { startNext } from "@/server/next/next-process";
import { renderPublic } from "@/server/next/pages";
import { makeDossier, makePublished, makeSource, someone, typedFor, written } from "../support/make";
import { ownEnv } from "./support/own-server";
import { type Rig, startRig } from "./support/rig";

const editor = someone("editor");
const self = {
  host: "localhost:3000",
  protocol: "http",
  origin: "http://localhost:3000",
  client: "127.0.0.1",
} as const;

let rig: Rig;
let next: NextConnection;
let store: DocumentStore;
/** The pages that were rendered for the store, in their order. */
let rendered: string[] = [];

beforeAll(async () => {
  rig = await startRig();
  const log = pino({ level: "silent" });
  Object.assign(process.env, ownEnv({ databaseUrl: rig.databaseUrl, data: rig.data }, 3000));
  // Next's process runs TypeScript, as that of server.ts does.
  const own = process.execArgv;
  process.execArgv = [...typescript];
  const started = startNext(join(root, "next-server.ts"), {
    name: "renders",
    heap: 512,
    connections: 6,
    log,
  });
  process.execArgv = own;
  await started.ready;
  next = started;
  store = new DocumentStore({
    build: "one",
    log,
    disk: diskCache(rig.folder()),
    render: (path) => {
      rendered.push(path);
      return renderPublic(next, path, self);
    },
  });
  await store.catchUp();
});

afterAll(async () => {
  await store.end();
  await next.close();
  await rig.stop();
});

type Dossier = Awaited<ReturnType<typeof makeDossier>>;
type Made = Awaited<ReturnType<typeof makePublished>>;

/** Two dossiers that share a source, and what is published in them. */
interface World {
  dossiers: Dossier[];
  records: { dossier: Dossier; made: Made }[];
}

const kinds = ["event", "visit", "agreement", "tradeYear", "mission"] as const;
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("make" as const),
      kind: fc.constantFrom(...kinds),
      year: fc.integer({ min: 1990, max: 2012 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom("retitle", "redate", "cite", "same", "verify"),
      of: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("remove" as const), of: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom("summary", "source", "uncited"), of: fc.nat() }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let named = 0;

/** A record of a kind is of this year. */
function dated(kind: KindKey, year: number): Record<string, string> {
  const { sortedBy } = kindOf(kind);
  return sortedBy ? { [sortedBy]: String(year) } : {};
}

/** The paths that readers may ask for, of all that is published. */
async function paths(): Promise<string[]> {
  const db = database();
  const dossiers = await db.dossier.findMany({ select: { id: true, slug: true } });
  const records = await db.record.findMany({ select: { kind: true, slug: true, dossierId: true } });
  const own = records.flatMap(({ kind, slug, dossierId }) => {
    const dossier = dossiers.find(({ id }) => id === dossierId);
    return dossier ? [recordPath(dossier.slug, { kind: kind as "event", slug }).split("#")[0]!] : [];
  });
  const parts = dossiers.flatMap(({ slug }) => [
    `/${slug}`,
    ...listPaths(slug),
    `/${slug}/feed.atom`,
    `/${slug}/visits.csv`,
  ]);
  const all = new Set([
    "/",
    "/people",
    "/people.csv",
    "/people.json",
    "/feed.atom",
    "/sitemap.xml",
    ...parts,
    ...own,
  ]);
  // Of the first dossier, which nothing happens to, its overview will do.
  return [...all].filter((path) => !path.startsWith("/kazakhstan-mexico/"));
}

const textOf = (document: StoredDocument) => bodyOf(document, "identity").toString();

async function take(world: World, one: Step): Promise<void> {
  named += 1;
  if (one.does === "make") {
    const dossier = world.dossiers[one.year % 2]!;
    const made = await makePublished(one.kind, dossier, dated(one.kind, one.year));
    world.records.push({ dossier, made });
    return;
  }
  const chosen = world.records[one.of % world.records.length]!;
  const { made, dossier } = chosen;
  const again = async (changes: object) => {
    const { fields } = kindOf(made.kind);
    const typed = Object.fromEntries(Object.entries(changes).filter(([key]) => key in fields));
    const { version } = written(await publish(editor, made, { ...made.typed, ...typed }));
    chosen.made = { ...made, version, typed: { ...made.typed, ...typed } };
  };
  switch (one.does) {
    case "retitle":
      return again({ title: `Title ${named}`, visitor: `Visitor ${named}`, text: `Text ${named}` });
    case "redate":
      return again(dated(made.kind, 2013 + (named % 30)));
    case "cite":
      return again({ citations: [{ source: world.dossiers[named % 2]!.source }] });
    case "verify":
      return void written(await verify(editor, made));
    case "same":
      return again({});
    case "remove":
      if (world.records.length < 3) return;
      world.records = world.records.filter((other) => other !== chosen);
      return void written(await unpublish(editor, made));
    case "summary": {
      const typed = typedFor("dossier", dossier.parties, {
        citations: [{ source: dossier.source }],
        summary: `Summary ${named}`,
      });
      dossier.version = written(
        await publish(editor, { kind: "dossier", id: dossier.id, version: dossier.version }, typed),
      ).version;
      return;
    }
    case "source": {
      const { version } = await database().entry.findUniqueOrThrow({ where: { id: dossier.source } });
      return void written(
        await publish(
          editor,
          { kind: "source", id: dossier.source, version },
          { title: `Source ${named}`, publisher: "A publisher" },
        ),
      );
    }
    case "uncited":
      return void (await makeSource());
  }
}

/** Reads every page, so that the store has it. */
async function readAll(): Promise<void> {
  for (const path of await paths()) await store.serve({ path });
}

/** Documents after publications: those that stayed, those that had to be made anew, and those that need not have been. */
const tally = { kept: 0, needed: 0, vain: [] as string[] };

it("has after each publication what a fresh render gives, byte for byte, and renders hardly anything else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 5 }), async (steps) => {
      const dossiers = [await makeDossier(), await makeDossier()];
      const world: World = { dossiers, records: [] };
      for (const kind of kinds)
        world.records.push({ dossier: dossiers[0]!, made: await makePublished(kind, dossiers[0]!) });
      await store.catchUp();
      await store.renewed();
      for (const one of steps) {
        await readAll();
        const before = new Map(
          [...store.memory.entries()].map(([path, document]) => [path, textOf(document)]),
        );
        rendered = [];
        await take(world, one);
        await store.catchUp();
        await store.renewed();
        const renewed = new Set(rendered);
        for (const [path, was] of before) {
          const fresh = await renderPublic(next, path, self);
          const document = store.memory.peek(path);
          if (fresh.status !== 200) {
            expect([path, document && store.ready(path)]).toEqual([path, undefined]);
            continue;
          }
          expect([one, path, document && textOf(document)]).toEqual([one, path, fresh.body.toString()]);
          if (!renewed.has(path)) tally.kept += 1;
          else if (was !== fresh.body.toString()) tally.needed += 1;
          else tally.vain.push(`${JSON.stringify(one)} ${path}`);
        }
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
  // What shows a name shows it in few of the ways in which a record can change: some is rendered in vain.
  expect(tally.vain.length, tally.vain.join("\n")).toBeLessThanOrEqual(tally.needed);
  expect(tally.kept).toBeGreaterThan(tally.needed);
});
