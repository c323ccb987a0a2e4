import { expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { TamperedRequest } from "@/lib/domain/record";
import { someone } from "@/tests/support/make";
import { changeView, keepView, savedViews } from "./saved-views";

const [viewer, author, editor] = [someone("viewer"), someone("author"), someone("editor")];
const drafts = { kind: "visit", name: "Drafts", query: "state=draft", isShared: false } as const;

const namesFor = async (actor: typeof viewer) =>
  (await savedViews(actor, "visit")).map(({ name, isShared }) => `${name}${isShared ? " for all" : ""}`);

async function idOf(actor: typeof viewer, name: string): Promise<string> {
  return (await savedViews(actor)).find((view) => view.name === name)!.id;
}

it("keeps a view for its owner alone, shares it for editors, and gives it back", async () => {
  expect(await keepView(viewer, drafts)).toEqual({ ok: true, name: "Drafts" });
  expect(await keepView(editor, drafts)).toEqual({ ok: true, name: "Drafts" });
  expect(await keepView(viewer, drafts)).toMatchObject({ code: "view.taken" });
  expect(await namesFor(author)).toEqual([]);
  const [own, editors] = [await idOf(viewer, "Drafts"), await idOf(editor, "Drafts")];

  await expect(keepView(author, { ...drafts, isShared: true })).rejects.toThrow(Forbidden);
  await expect(changeView(author, own, { do: "remove" })).rejects.toThrow(Forbidden);
  await expect(changeView(editor, own, { do: "rename", name: "Mine" })).rejects.toThrow(Forbidden);
  await expect(changeView(viewer, own, { do: "share" })).rejects.toThrow(Forbidden);
  // What is not one's own is not one's own to share either.
  await expect(changeView(editor, own, { do: "share" })).rejects.toThrow(Forbidden);

  expect(await changeView(editor, editors, { do: "share" })).toMatchObject({ ok: true });
  expect(await namesFor(author)).toEqual(["Drafts for all"]);
  expect(await namesFor(viewer)).toEqual(["Drafts for all", "Drafts"]);
  for (const what of ["unshare", "remove"] as const)
    await expect(changeView(author, editors, { do: what })).rejects.toThrow(Forbidden);
  expect(await changeView(someone("editor"), editors, { do: "rename", name: "Waiting" })).toMatchObject({
    ok: true,
  });
  expect(await changeView(editor, editors, { do: "unshare" })).toMatchObject({ ok: true });
  expect(await namesFor(author)).toEqual([]);
  expect(await namesFor(editor)).toEqual(["Waiting"]);
  expect(await changeView(viewer, own, { do: "remove" })).toMatchObject({ ok: true });
  expect(await changeView(viewer, own, { do: "remove" })).toMatchObject({ code: "view.gone" });
  const events = await database().auditEvent.findMany({ where: { action: { startsWith: "view." } } });
  expect(events.map(({ action }) => action)).toEqual(["view.share", "view.rename", "view.unshare"]);
});

it("is bounded in number, name and address", async () => {
  const person = someone("author");
  for (let index = 0; index < 50; index += 1)
    expect(await keepView(person, { ...drafts, name: `View ${index}` })).toMatchObject({ ok: true });
  expect(await keepView(person, { ...drafts, name: "One more" })).toMatchObject({ code: "view.tooMany" });
  expect(await keepView(viewer, { ...drafts, name: "x".repeat(81) })).toMatchObject({ ok: false });
  expect(await keepView(viewer, { ...drafts, name: "  " })).toMatchObject({ code: "view.empty" });
  await expect(keepView(viewer, { ...drafts, query: "q".repeat(2001) })).rejects.toThrow(TamperedRequest);
});
