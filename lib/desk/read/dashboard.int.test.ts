import { expect, it } from "vitest";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { dashboard } from "./dashboard";
import { listEntries } from "./list";
import { saveDraft } from "../write/save";
import { trash } from "../write/trash";

const editor = someone("editor");

it("counts more than it shows, and the lists show as many as it counts", async () => {
  const dossier = await makeDossier();
  for (let index = 0; index < 12; index += 1) await makeDraft("event", dossier, { citations: [] });
  await makeDraft("event", dossier);
  await makePublished("event", dossier);
  const changed = await makePublished("event", dossier);
  written(await saveDraft(editor, changed, { ...changed.typed, citations: [] }));
  written(await trash(editor, await makeDraft("visit", dossier, { citations: [] })));

  const { drafts, unsourced, unsourcedCounts, counts } = await dashboard(editor);
  expect(drafts).toHaveLength(10);
  expect(unsourced).toHaveLength(10);
  expect(unsourcedCounts).toEqual([{ kind: "event", count: 13 }]);
  const waiting = counts.filter(
    ({ kind, state }) => kind === "event" && ["draft", "changed"].includes(state),
  );
  expect(waiting.reduce((sum, { count }) => sum + count, 0)).toBe(14);

  const query = { sort: "updated", direction: "desc" } as const;
  const facets = { sourced: false };
  expect((await listEntries(editor, "event", { ...query, facets })).rows).toHaveLength(13);
  expect((await listEntries(editor, "event", { ...query, state: "waiting" })).rows).toHaveLength(14);
});
