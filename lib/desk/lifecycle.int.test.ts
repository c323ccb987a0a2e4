import fc from "fast-check";
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, someone } from "@/tests/support/make";
import { type EntryState, isPublic, type MoveName, stateAfter } from "@/lib/domain/lifecycle";
import type { Outcome, Target } from "./outcome";
import { publish } from "./publish/publish";
import { readdress } from "./publish/readdress";
import { verify } from "./publish/verify";
import { unpublish } from "./publish/withdraw";
import { autosave } from "./write/autosave";
import { saveDraft } from "./write/save";
import { trash, untrash } from "./write/trash";

const editor = someone("editor");
type Draft = Target & { typed: Awaited<ReturnType<typeof makeDraft>>["typed"] };

// Restoring needs an earlier version to restore: save.int.test.ts has it.
type Tried = Exclude<MoveName, "restore">;

let typedSoFar = 0;
/** Something that no other write says: one that changes nothing does nothing. */
const anew = ({ typed }: Draft) => ({ ...typed, text: `Text ${(typedSoFar += 1)}` });

const act: Record<Tried, (draft: Draft) => Promise<Outcome>> = {
  save: (draft) => saveDraft(editor, draft, anew(draft)),
  autosave: (draft) => autosave(editor, draft, null, anew(draft)),
  publish: (draft) => publish(editor, draft, anew(draft)),
  unpublish: (draft) => unpublish(editor, draft),
  readdress: (draft) => readdress(editor, draft, `moved-${draft.id}-${draft.version}`),
  verify: (draft) => verify(editor, draft),
  trash: (draft) => trash(editor, draft),
  untrash: (draft) => untrash(editor, draft),
};

it("changes its state as the model says, whatever is done to it in whatever order", async () => {
  const dossier = await makeDossier();
  const db = database();
  const step = fc.record({ name: fc.constantFrom(...(Object.keys(act) as Tried[])), isStale: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (taken) => {
      const draft = await makeDraft("event", dossier);
      let model: { state: EntryState; version: number } = { state: "draft", version: draft.version };
      // Being verified makes no version, and is noted once a day.
      let marks = 0;
      // What is kept while it is typed tells of no event.
      let untold = 0;
      for (const { name, isStale } of taken) {
        const version = isStale ? model.version + 1 : model.version;
        const outcome = await act[name]({ ...draft, version });
        const next = isStale ? undefined : stateAfter(name, model.state);
        expect(outcome.ok).toBe(next !== undefined);
        if (next !== undefined && name === "verify") marks = 1;
        else if (next !== undefined) model = { state: next, version: model.version + 1 };
        if (next !== undefined && name === "autosave") untold += 1;

        const entry = await db.entry.findUniqueOrThrow({ where: { id: draft.id } });
        expect({ state: entry.state, version: entry.version }).toEqual(model);
        const seen = isPublic(model.state) ? 1 : 0;
        expect(await db.record.count({ where: { id: draft.id } })).toBe(seen);
        expect(await db.event.count({ where: { id: draft.id } })).toBe(seen);
        const events = await db.auditEvent.count({ where: { entryId: draft.id } });
        expect(events).toBe(model.version + marks - untold);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
