/** What there is to cite of pages as they stood at a moment: what their sentences cite, and nothing of moments to come. */
import { expect, it, vi } from "vitest";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { findDossier } from "@/lib/published/dossiers";
import { collectTags } from "@/lib/published/note-tags";
import { publish } from "@/lib/desk/publish/publish";
import { openEntry } from "@/lib/desk/read/open";
import { createDraft } from "@/lib/desk/write/save";
import type { PublishedRecord } from "@/lib/domain/published";
import { makeDossierThat, someone, typedFor, written } from "@/tests/support/make";
import { sitePage } from "./cited-pages";
import { dossierPage } from "./dossier-pages";

// Next's words are at hand within its requests alone.
vi.mock("next-intl/server", () => ({ getTranslations: () => Promise.resolve((key: string) => key) }));

it("cites pages as they stood at a moment that has come, none of one to come, and keeps nothing of such", async () => {
  const editor = someone("editor");
  const { id } = await makeDossierThat({}, ["PW", "KI"]);
  const slug = (await openEntry(editor, "dossier", id))!.slug!;
  const dossier = (await findDossier(slug)) as PublishedRecord<"dossier">;
  const typed = typedFor("person", ["PW", "KI"], { name: "Mele Tongan", country: "PW" });
  const draft = written(await createDraft(editor, { kind: "person", dossierId: null }, typed));
  written(await publish(editor, { kind: "person", ...draft }, typed, { confirmed: "all" }));
  const pages = {
    dossier: (query: URLSearchParams) => dossierPage({ is: "dossier", dossier: slug }, dossier, query),
    list: (query: URLSearchParams) =>
      dossierPage({ is: "list", dossier: slug, kind: "visit" }, dossier, query),
    people: (query: URLSearchParams) => sitePage({ is: "people" }, query),
    person: (query: URLSearchParams) => sitePage({ is: "person", slug: "mele-tongan" }, query),
    country: (query: URLSearchParams) => sitePage({ is: "country", code: "pw" }, query),
  };
  const today = new Date().toISOString().slice(0, 10);
  for (const [name, cited] of Object.entries(pages)) {
    expect(await cited(new URLSearchParams({ stood: today })), name).toMatchObject({
      changed: expect.stringContaining(today) as string,
    });
    const tags = new Set<string>();
    expect(
      await collectTags(tags, () => cited(new URLSearchParams({ stood: "2090-01-01" }))),
      name,
    ).toBeNull();
    expect(tags, name).toContain(notKeptTag);
  }
});
