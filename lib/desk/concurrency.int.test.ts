/** A model of the desk under several hands at once: whatever they do to records that refer to one another. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/field";
import type { RecordAction } from "@/lib/domain/lifecycle";
import { brokenInvariants, modelRuns } from "@/tests/support/desk-invariants";
import { nextPair, someone, typedFor, written } from "@/tests/support/make";
import type { Outcome, Target, Written } from "./outcome";
import { publish } from "./publish/publish";
import { unpublish } from "./publish/withdraw";
import { createDraft, saveDraft } from "./write/save";
import { trash, untrash } from "./write/trash";

const editor = someone("editor");
const names = ["dossier", "source", "agreement", "visit"] as const;
type Name = (typeof names)[number];
type Records = Record<Name, Target>;

const acts = {
  save: (target: Target, typed: Typed) => saveDraft(editor, target, typed),
  publish: (target: Target, typed: Typed) => publish(editor, target, typed),
  unpublish: (target: Target) => unpublish(editor, target),
  trash: (target: Target) => trash(editor, target),
  untrash: (target: Target) => untrash(editor, target),
} satisfies Partial<Record<RecordAction, unknown>>;
type Act = keyof typeof acts;

/** One thing that a hand does: to which record, and whether what it types refers to the others. */
interface Command {
  act: Act;
  name: Name;
  refers: boolean;
}

const command = fc.record<Command>({
  act: fc.constantFrom(...(Object.keys(acts) as Act[])),
  name: fc.constantFrom(...names),
  refers: fc.boolean(),
});
const steps = fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 });
/** How many of the records, each of which the next refers to, are published when the hands begin. */
const publishedFirst = fc.nat(4);

const one = (act: Act, name: Name): Command => ({ act, name, refers: true });
/** What went wrong once: the last record to cite a source is taken down while the source is. */
const met: [number, Command[][]][] = [
  [2, [[one("unpublish", "source"), one("unpublish", "dossier")]]],
  [2, [[one("trash", "source"), one("unpublish", "dossier")]]],
  [3, [[one("unpublish", "source"), one("unpublish", "dossier"), one("unpublish", "agreement")]]],
];

let typedSoFar = 0;

/** What a hand types into a record: something that no other write says, referring to the others or not. */
function typedOf(records: Records, parties: readonly [string, string], { name, refers }: Command): Typed {
  typedSoFar += 1;
  const citations = refers ? [{ source: records.source.id }] : [];
  switch (name) {
    case "source":
      return typedFor("source", parties, { title: `Source ${typedSoFar}` });
    case "dossier":
      return typedFor("dossier", parties, { summary: `Summary ${typedSoFar}`, citations });
    case "agreement":
      return typedFor("agreement", parties, { title: `Agreement ${typedSoFar}`, citations });
    case "visit": {
      const agreements = refers ? [records.agreement.id] : [];
      return typedFor("visit", parties, { visitor: `Visitor ${typedSoFar}`, citations, agreements });
    }
  }
}

async function beginning(parties: [string, string], publishedCount: number): Promise<Records> {
  let made = 0;
  const make = async (kind: Name, dossierId: string | null, records = {} as Records): Promise<Target> => {
    const typed = typedOf(records, parties, { act: "save", name: kind, refers: kind !== "source" });
    const { id, version } = written(await createDraft(editor, { kind, dossierId }, typed));
    const target = { kind, id, version };
    made += 1;
    if (made > publishedCount) return target;
    return { ...target, version: written(await publish(editor, target, typed)).version };
  };
  const source = await make("source", null);
  const dossier = await make("dossier", null, { source } as Records);
  const agreement = await make("agreement", dossier.id, { source } as Records);
  const visit = await make("visit", dossier.id, { source, agreement } as Records);
  return { source, dossier, agreement, visit };
}

/** The records in the versions in which a hand that opens them now sees them. */
async function asTheyStand(records: Records): Promise<Records> {
  const entries = await database().entry.findMany({ select: { id: true, version: true } });
  const versions = new Map(entries.map(({ id, version }) => [id, version]));
  const now = (target: Target) => ({ ...target, version: versions.get(target.id)! });
  const { dossier, source, agreement, visit } = records;
  return { dossier: now(dossier), source: now(source), agreement: now(agreement), visit: now(visit) };
}

const expectedReasons = ["invalid", "stale", "blocked"];

it("keeps its word under several hands at once, whatever they do", async () => {
  await fc.assert(
    fc.asyncProperty(publishedFirst, steps, async (publishedCount, taken) => {
      const parties = nextPair();
      const records = await beginning(parties, publishedCount);
      const ids = names.map((name) => records[name].id);
      for (const commands of taken) {
        const seen = await asTheyStand(records);
        const done = await Promise.all(
          commands.map(async (one) => {
            const typed = typedOf(records, parties, one);
            const outcome: Outcome = await acts[one.act](seen[one.name], typed);
            return { ...one, typed, outcome };
          }),
        );
        expect(await brokenInvariants(ids)).toEqual([]);
        for (const { outcome } of done) if (!outcome.ok) expect(expectedReasons).toContain(outcome.reason);
        // What was granted is in the history, at the version that was told, and says what was typed.
        const granted = done.filter((one): one is typeof one & { outcome: Written } => one.outcome.ok);
        const told = granted.map(({ outcome }) => `${outcome.id} ${outcome.version}`);
        expect(new Set(told).size).toBe(told.length);
        for (const one of granted) await expectKept(one, seen[one.name]);
      }
    }),
    { numRuns: modelRuns, examples: met },
  );
}, 600_000);

async function expectKept(
  { act, name, typed, outcome }: Command & { typed: Typed; outcome: Written },
  seen: Target,
): Promise<void> {
  expect(outcome.version).toBe(seen.version + 1);
  const where = { entryId: outcome.id, version: outcome.version };
  expect(await database().auditEvent.findMany({ where, select: { action: true } })).toEqual([
    { action: act },
  ]);
  if (act !== "save" && act !== "publish") return;
  const revision = await database().revision.findUniqueOrThrow({ where: { entryId_version: where } });
  const told = { source: "title", dossier: "summary", agreement: "title", visit: "visitor" }[name];
  expect(revision.values).toMatchObject({ [told]: typed[told] });
}
