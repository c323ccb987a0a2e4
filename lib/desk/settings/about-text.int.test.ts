/** The page about the site, as admins write it. */
import { expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { longestAboutText } from "@/lib/domain/about-parts";
import { cacheTag } from "@/lib/domain/cache-tags";
import { aboutTexts } from "@/lib/published/about-texts";
import { collectTags } from "@/lib/published/note-tags";
import { someone } from "@/tests/support/make";
import { aboutTextsAtDesk, writeAboutText } from "./about-text";

const admin = someone("admin");
const usual = "The editors of this site.";
const typed = { part: "who", locale: "en", version: 0, usual, text: "" };

it("shows readers what was written from then on, one version after the other, and the usual words again", async () => {
  const text = "The ministry’s archive.\n\nWrite to archive@example.org.";
  expect(await writeAboutText(admin, { ...typed, text })).toEqual({ ok: true, isUsual: false });
  const tags = new Set<string>();
  expect(await collectTags(tags, () => aboutTexts("en"))).toEqual({ who: text });
  const { tags: touched } = await database().outbox.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect([touched, [...tags]]).toEqual([[cacheTag.about()], [cacheTag.about()]]);

  for (const version of [0, 2])
    expect(await writeAboutText(admin, { ...typed, version, text: "Another" })).toEqual({
      ok: false,
      code: "aboutText.stale",
    });
  expect(await aboutTexts("en")).toEqual({ who: text });

  expect(await writeAboutText(admin, { ...typed, version: 1, text: ` ${usual} ` })).toMatchObject({
    isUsual: true,
  });
  expect(await aboutTexts("en")).toEqual({});
  // The row stays: who saw the first version must not write over what came after it.
  expect(await aboutTextsAtDesk(admin)).toMatchObject([{ part: "who", text: null, version: 2 }]);
  expect(await writeAboutText(admin, { ...typed, version: 1, text: "Another" })).toMatchObject({ ok: false });

  const acts = await database().auditEvent.findMany({
    where: { action: "about.write" },
    orderBy: { id: "asc" },
    select: { byName: true, subject: true, version: true, detail: true },
  });
  expect(acts).toEqual([
    { byName: admin.name, subject: "who", version: 1, detail: { locale: "en", before: null, text } },
    { byName: admin.name, subject: "who", version: 2, detail: { locale: "en", before: text, text: null } },
  ]);
});

it.each([
  ["one that is too long", "x".repeat(longestAboutText + 1), "text.tooLong"],
  ["one with a control character", "a\u0000b", "text.control"],
])("refuses a text: %s", async (_, text, code) => {
  expect(await writeAboutText(admin, { ...typed, part: "reach", text })).toMatchObject({ ok: false, code });
});

it("makes a text plain as the forms of records do", async () => {
  const reach = { ...typed, part: "reach" };
  expect(
    await writeAboutText(admin, { ...reach, text: "Wri\u00ADte\u202E to us\u202C\u000Bhere." }),
  ).toMatchObject({
    ok: true,
  });
  expect((await aboutTexts("en")).reach).toBe("Write to us\nhere.");
});

it("lets only admins read and write it, and only parts that there are", async () => {
  await expect(writeAboutText(someone("editor"), typed)).rejects.toThrow(Forbidden);
  await expect(aboutTextsAtDesk(someone("editor"))).rejects.toThrow(Forbidden);
  await expect(writeAboutText(admin, { ...typed, part: "nothing" })).rejects.toThrow();
});
