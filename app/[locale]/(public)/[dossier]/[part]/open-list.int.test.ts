/** Which periods of a list are worth keeping as documents. */
import { expect, it, vi } from "vitest";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { openEntry } from "@/lib/desk/read/open";
import { collectTags } from "@/lib/published/note-tags";
import { makeDossier, makePublished, someone } from "@/tests/support/make";
import { openList } from "./open-list";

// Outside of Next there is none: what the page is called makes no difference here.
vi.mock("next-intl/server", () => ({ getTranslations: () => Promise.resolve((key: string) => key) }));

it("opens an empty year for who asks, of which no document is kept", async () => {
  const dossier = await makeDossier();
  await makePublished("visit", dossier, { began: "1994" });
  await makePublished("agreement", dossier, { subject: "transport", signedOn: "1994" });
  const { slug } = (await openEntry(someone("editor"), "dossier", dossier.id))!;
  const open = async (part: string, query: Record<string, string>) => {
    const tags = new Set<string>();
    const params = Promise.resolve({ locale: "en", dossier: slug!, part });
    const list = () => openList({ params, searchParams: Promise.resolve(query) });
    const { period } = await collectTags(tags, list);
    return { count: period.count, isKept: !tags.has(notKeptTag) };
  };
  expect(await open("visits", { year: "1994" })).toEqual({ count: 1, isKept: true });
  expect(await open("visits", {})).toEqual({ count: 1, isKept: true });
  // Of a country that stands for neither side there are none.
  expect(await open("visits", { from: "SU" })).toEqual({ count: 0, isKept: true });
  expect(await open("visits", { from: dossier.parties[0] })).toEqual({ count: 1, isKept: true });
  expect(await open("visits", { year: "1995" })).toEqual({ count: 0, isKept: false });
  expect(await open("agreements", { subject: "taxation" })).toEqual({ count: 0, isKept: true });
  const narrowed = await open("agreements", { subject: "taxation", decade: "1990" });
  expect(narrowed).toEqual({ count: 0, isKept: false });
  await expect(open("agreements", { year: "1995" })).rejects.toThrow();
});
