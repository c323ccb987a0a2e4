import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, someone } from "@/tests/support/make";
import { notePresence } from "./presence";

it("tells who else has a record open, until they leave or are silent", async () => {
  const { id } = await makeDraft("event", await makeDossier());
  const [ann, bea] = [someone("editor", "Ann"), someone("viewer", "Bea")];
  const tab = () => ({ kind: "event", id, tab: randomUUID() }) as const;
  const [one, other, third] = [tab(), tab(), tab()];
  expect(await notePresence(ann, one, "reading")).toEqual([]);
  expect(await notePresence(bea, other, "typing")).toEqual([{ name: "Ann", isTyping: false, isOwn: false }]);
  // Two tabs of one person are one; the own ones are told apart.
  expect(await notePresence(ann, third, "reading")).toEqual([
    { name: "Ann", isTyping: false, isOwn: true },
    { name: "Bea", isTyping: true, isOwn: false },
  ]);
  expect(await notePresence(bea, other, "reading")).toEqual([{ name: "Ann", isTyping: false, isOwn: false }]);
  // A tab is its own account's: another can neither end it nor take it over.
  await notePresence(bea, third, "leaving");
  await notePresence(ann, third, "leaving");
  await database().$executeRaw`
    UPDATE "Presence" SET "seenAt" = now() - interval '1 minute' WHERE "tabId" = ${other.tab}::uuid`;
  expect(await notePresence(ann, one, "reading")).toEqual([]);
  expect(await database().presence.count({ where: { entryId: id } })).toBe(1);
  expect(await notePresence(ann, { ...tab(), kind: "visit" }, "reading")).toHaveLength(1);
  expect(await database().presence.count({ where: { entryId: id } })).toBe(1);
});
