import { beforeAll, expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { checkAddresses } from "@/lib/desk/write/check-addresses";
import { createDraft, saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import { someone, typedFor, written } from "@/tests/support/make";
import { addressOf, deadAddresses, uncheckedAddresses } from "./source-addresses";

const [viewer, author] = [someone("viewer"), someone("author")];
const today = new Date().toISOString().slice(0, 10);
const at = (word: string) => `https://example.org/${word}`;

let sources: Record<"never" | "year" | "day", Awaited<ReturnType<typeof make>>>;

const unchecked = async () => (await uncheckedAddresses(viewer)).map(({ id }) => id);
const dead = async () => (await deadAddresses(viewer)).map(({ id }) => id);

async function make(title: string, accessedOn = "", address = at(title)) {
  const typed = typedFor("source", ["KZ", "MX"], { title, address, archivedAddress: "", accessedOn });
  const { id, version } = written(await createDraft(author, { kind: "source", dossierId: null }, typed));
  return { kind: "source" as const, id, version, typed };
}

beforeAll(async () => {
  sources = {
    never: await make("never"),
    day: await make("day", "2014-09-12"),
    year: await make("year", "2014"),
  };
  await make("A book", "", "");
});

it("lists addresses that were not looked at for longest, however precise the day is", async () => {
  const { never, year, day } = sources;
  expect(await unchecked()).toEqual([never.id, year.id, day.id]);
  expect(await dead()).toEqual([]);
});

it("notes for who may write that an address was looked at, and of none but the one that was seen", async () => {
  const { never, year, day } = sources;
  const seen = { id: never.id, address: at("never") };
  await expect(checkAddresses(viewer, [seen], true)).rejects.toThrow(Forbidden);
  expect(await checkAddresses(author, [{ id: never.id, address: at("another") }], true)).toBe(0);
  expect(await checkAddresses(author, [seen, { id: year.id, address: at("year") }], true)).toBe(2);
  expect(await unchecked()).toEqual([day.id, ...[never.id, year.id].sort()]);
  expect(await checkAddresses(author, [{ id: day.id, address: at("day") }], false)).toBe(1);
  expect(await dead()).toEqual([day.id]);
  expect(await unchecked()).not.toContain(day.id);
  expect(await addressOf(viewer, day.id)).toMatchObject({
    isDead: true,
    checkedOn: today,
    checkedByName: author.name,
  });
  // It is no version, and the audit trail tells of it.
  const { version } = await database().entry.findUniqueOrThrow({ where: { id: day.id } });
  expect(version).toBe(1);
  const events = await database().auditEvent.findMany({
    where: { action: "address.check" },
    orderBy: { seq: "asc" },
  });
  expect(events.map(({ detail }) => detail)).toEqual([
    { answers: true, sources: expect.arrayContaining([never.id, year.id]) as unknown },
    { answers: false, sources: [day.id] },
  ]);
});

it("takes what was said of an address for nothing once the source has another, and leaves the trash out", async () => {
  const { day, never } = sources;
  const { version } = written(await saveDraft(author, day, { ...day.typed, address: at("moved") }));
  expect(await dead()).toEqual([]);
  expect(await addressOf(viewer, day.id)).toMatchObject({ checkedOn: "2014-09-12", checkedByName: null });
  written(await trash(author, { ...day, version }));
  expect(await unchecked()).not.toContain(day.id);
  expect(await unchecked()).toContain(never.id);
});
