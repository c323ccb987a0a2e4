/** Two writes at one moment: whichever comes first, nothing live refers to what is in the trash. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import {
  makeDossier,
  makeDossierThat,
  makeDraft,
  makeSource,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import { createAndPublish } from "./publish/create-published";
import { publish } from "./publish/publish";
import type { Typed } from "@/lib/domain/fields/typed";
import { rowId } from "@/tests/support/rows";
import { openEntry } from "./read/open";
import { autosave } from "./write/autosave";
import { createDraft, saveDraft } from "./write/save";
import { trash, untrash } from "./write/trash";
import type { Outcome, Target } from "./outcome";

const [editor, other] = [someone("editor"), someone("editor")];
const rounds = 10;

async function draftSource(): Promise<Target> {
  const { id, version } = written(
    await createDraft(editor, { kind: "source", dossierId: null }, typedFor("source", ["KZ", "MX"])),
  );
  return { kind: "source", id, version };
}

/** Links and dossiers of live records that are in the trash. */
async function broken(): Promise<unknown[]> {
  return database().$queryRaw`
    SELECT f."id" FROM "EntryLink" l JOIN "Entry" f ON f."id" = l."fromId" JOIN "Entry" t ON t."id" = l."toId"
    WHERE f."state" <> 'trashed' AND t."state" = 'trashed'
    UNION ALL
    SELECT e."id" FROM "Entry" e JOIN "Entry" d ON d."id" = e."dossierId"
    WHERE e."state" <> 'trashed' AND d."state" = 'trashed'`;
}

type Writes = Record<string, (cited: Target) => Promise<() => Promise<Outcome>>>;

type Made = Awaited<ReturnType<typeof makeDossier>>;
const dossier = makeDossier();
const citing = (source: Target) => ({ citations: [{ source: source.id }] });

const against: Writes = {
  "a save that comes to cite it": async (cited) => {
    const draft = await makeDraft("event", await dossier);
    const typed = { ...draft.typed, ...citing(cited) };
    return () => saveDraft(other, draft, typed);
  },
  "a new record that cites it": async (cited) => {
    const typed = typedFor("event", (await dossier).parties, citing(cited));
    const { id } = await dossier;
    return () => createDraft(other, { kind: "event", dossierId: id }, typed);
  },
  "a publication that takes it along": async (cited) => {
    const draft = await makeDraft("event", await dossier);
    const typed = { ...draft.typed, ...citing(cited) };
    return () => publish(other, draft, typed);
  },
  "a new record published with it": async (cited) => {
    const typed = typedFor("event", (await dossier).parties, citing(cited));
    const { id } = await dossier;
    return async () => (await createAndPublish(other, { kind: "event", dossierId: id }, typed)).outcome;
  },
  "the return of a record that cites it": async (cited) => {
    const draft = await makeDraft("event", await dossier, citing(cited));
    const binned = written(await trash(editor, draft));
    return () => untrash(other, { ...draft, version: binned.version });
  },
};

it.each(Object.keys(against))("a source is trashed against %s", async (name) => {
  for (let round = 0; round < rounds; round += 1) {
    const cited = await draftSource();
    const write = await against[name]!(cited);
    const [trashed, outcome] = await Promise.all([trash(editor, cited), write()]);
    expect([trashed.ok, outcome.ok].filter(Boolean)).toHaveLength(1);
    // The one that came second says what stands in its way; a publication has made another version of the source.
    if (trashed.ok)
      expect(outcome).toMatchObject(
        name.startsWith("the return")
          ? { code: "trashedReferences", records: [{ id: cited.id }] }
          : {
              reason: "invalid",
              problems: [{ path: expect.stringMatching(/^citations.+source$/), code: "reference.unknown" }],
            },
      );
    else if (trashed.reason !== "stale" || !name.includes("publi"))
      expect(trashed).toMatchObject({ reason: "blocked", code: "stillReferredTo" });
    expect(await broken()).toEqual([]);
  }
});

it("a dossier is trashed against a new record in it", async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { id, version } = written(
      await createDraft(editor, { kind: "dossier", dossierId: null }, { countryA: "KZ", countryB: "MX" }),
    );
    const typed = { title: "New", type: "other", text: "Text" };
    const [trashed, created] = await Promise.all([
      trash(editor, { kind: "dossier", id, version }),
      createDraft(other, { kind: "event", dossierId: id }, typed),
    ]);
    expect([trashed.ok, created.ok].filter(Boolean)).toHaveLength(1);
    if (trashed.ok)
      expect(created).toMatchObject({ reason: "blocked", code: "dossierTrashed", records: [{ id }] });
    else expect(trashed).toMatchObject({ reason: "blocked", code: "stillReferredTo" });
    expect(await broken()).toEqual([]);
  }
});

const naming: Record<string, (dossier: Made, from: string) => Promise<() => Promise<Outcome>>> = {
  "a save that comes to name it": async (dossier, from) => {
    const draft = await makeDraft("visit", dossier);
    return () => saveDraft(other, draft, { ...draft.typed, from });
  },
  "an autosave that comes to name it": async (dossier, from) => {
    const draft = await makeDraft("visit", dossier);
    return () => autosave(other, draft, dossier.id, { ...draft.typed, from });
  },
  "a new record that names it": async (dossier, from) => {
    const typed = typedFor("visit", dossier.parties, { from });
    return () => createDraft(other, { kind: "visit", dossierId: dossier.id }, typed);
  },
};
const removing = {
  saved: (target: Target, typed: Typed) => saveDraft(editor, target, typed),
  published: (target: Target, typed: Typed) => publish(editor, target, typed, { confirmed: "all" }),
};

it.each(
  Object.keys(naming).flatMap((name) => (["saved", "published"] as const).map((how) => [how, name] as const)),
)("a dossier is %s without a predecessor against %s", async (how, name) => {
  const predecessors = [{ id: rowId(), side: "countryA", country: "SU" }];
  for (let round = 0; round < rounds; round += 1) {
    const own = await makeDossierThat({ predecessors });
    const { typed } = (await openEntry(editor, "dossier", own.id))!;
    const write = await naming[name]!(own, "SU");
    const target = { kind: "dossier" as const, id: own.id, version: own.version };
    const [removed, named] = await Promise.all([
      removing[how](target, { ...typed, predecessors: [] }),
      write(),
    ]);
    const [kept] = await database().$queryRaw<{ country: string | null; about: number }[]>`
        SELECT d."draft" #>> '{predecessors,0,country}' AS "country",
          (SELECT count(*)::int FROM "Entry" e WHERE e."dossierId" = d."id" AND e."draft" ->> 'from' = 'SU') AS "about"
        FROM "Entry" d WHERE d."id" = ${own.id}::uuid`;
    expect(kept).toEqual(removed.ok ? { country: null, about: 0 } : { country: "SU", about: 1 });
    if (!removed.ok) expect(removed).toMatchObject({ reason: "blocked", code: "predecessorNamed" });
    // An autosave keeps what cannot be read beside the copy.
    else if (name.startsWith("an autosave")) expect(named.ok).toBe(true);
    else expect(named).toMatchObject({ problems: [{ path: "from", code: "country.outsideDossier" }] });
  }
});

it("two records that come to refer to each other's sources at one moment are both saved", async () => {
  const [one, two] = [await makeDraft("event", await dossier), await makeDraft("event", await dossier)];
  const sources = [await makeSource(), await makeSource()];
  const cite = (order: Target[]) => ({ citations: order.map(({ id }) => ({ source: id })) });
  let targets = [one, two];
  for (let round = 0; round < rounds; round += 1) {
    const outcomes = await Promise.all([
      saveDraft(editor, targets[0]!, { ...one.typed, ...cite(sources) }),
      saveDraft(other, targets[1]!, { ...two.typed, ...cite([...sources].reverse()) }),
    ]);
    targets = targets.map((target, index) => ({ ...target, version: written(outcomes[index]!).version }));
  }
});
