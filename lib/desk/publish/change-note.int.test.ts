/** What an editor says of a publication: kept with its version, shown to readers with the change. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { recentChanges } from "@/lib/published/changes";
import { makeDossier, makeDraft, someone, typedFor, written } from "@/tests/support/make";
import { historyOf } from "../read/history";
import { runScheduled } from "../scheduled/run-scheduled";
import { scheduleMove } from "../scheduled/schedule";
import { createAndPublish } from "./create-published";
import { publish } from "./publish";

const db = database();
const editor = someone("editor");
const said = async (dossierId: string) =>
  (await recentChanges({ dossierId, limit: 9 }))
    .filter(({ kind }) => kind === "event")
    .map((one) => one.changeNote);

it("stands beside the change until the next publication, and in the history for good", async () => {
  const dossier = await makeDossier();
  const typed = typedFor("event", dossier.parties, { citations: [{ source: dossier.source }] });
  const { outcome } = await createAndPublish(editor, { kind: "event", dossierId: dossier.id }, typed, {
    changeNote: "Begun from the gazette.",
  });
  const first = written(outcome);
  expect(await said(dossier.id)).toEqual(["Begun from the gazette."]);

  const event = { kind: "event", ...first } as const;
  const second = written(
    await publish(editor, event, { ...typed, title: "Another title" }, { changeNote: "The title." }),
  );
  expect(await said(dossier.id)).toEqual(["The title."]);
  const { tags } = await db.outbox.findFirstOrThrow({
    where: { recordId: first.id },
    orderBy: { id: "desc" },
  });
  expect(tags).toEqual(expect.arrayContaining([cacheTag.changes(dossier.id), cacheTag.changes(null)]));

  // Nothing has changed: there is no publication that it could be said of.
  const same = { ...event, version: second.version };
  const { isUnchanged } = written(
    await publish(editor, same, { ...typed, title: "Another title" }, { changeNote: "Nothing." }),
  );
  expect(isUnchanged).toBe(true);
  written(await publish(editor, same, { ...typed, title: "A third title" }));
  expect(await said(dossier.id)).toEqual([null]);
  const notes = (await historyOf(editor, first.id)).map(({ changeNote }) => changeNote);
  expect(notes).toEqual([null, "The title.", "Begun from the gazette.", null]);
});

it("goes out with what was scheduled", async () => {
  const dossier = await makeDossier();
  const event = await makeDraft("event", dossier);
  const user = await db.user.create({
    data: { id: editor.id!, email: "note@example.org", name: editor.name, role: "editor", passwordHash: "-" },
  });
  const now = new Date("2030-05-01T00:00:00Z");
  const asked = {
    move: "publish",
    day: "2030-05-02",
    time: "09:00",
    zone: "UTC",
    confirmed: [],
    replaces: null,
  } as const;
  const outcome = await scheduleMove(editor, event, { ...asked, changeNote: "At nine." }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  await runScheduled(outcome.id, new Date("2030-05-02T09:00:00Z"));
  expect(await said(dossier.id)).toEqual(["At nine."]);
  await db.user.delete({ where: { id: user.id } });
});
