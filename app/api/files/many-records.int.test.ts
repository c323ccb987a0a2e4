/** Site maps and tables of a site with many records. */
import { beforeAll, expect, it } from "vitest";
import { fill, type Filled } from "@/bench/growth/fill";
import { pool } from "@/lib/database/client";
import type { DossierKindKey, KindKey } from "@/lib/domain/kinds/registry";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { csvOf } from "@/lib/exchange/csv";
import { jsonOf } from "@/lib/exchange/json";
import { dossierName } from "@/lib/exchange/site";
import { required } from "@/lib/env";
import { dossierSizes } from "@/lib/published/addresses";
import { findDossier } from "@/lib/published/dossiers";
import { recordsOf } from "@/lib/published/records";
import { sourcesOf } from "@/lib/published/sources";
import { site } from "@/lib/site";
import { statementsOf } from "@/tests/support/sent-statements";
import { recordPath } from "@/lib/record-paths";
import { calendarPath, listPaths, reciprocityPathOf } from "@/lib/routes";
import { GET as getTable } from "./[dossier]/[list]/[format]/route";
import { GET as getPart } from "./[dossier]/sitemap/[part]/route";
import { GET as getIndex } from "./sitemap/route";
import { GET as getDossiers } from "./sitemap/dossiers/route";
import { pagesInPart } from "./sitemaps";

let filled: Filled;

beforeAll(async () => {
  filled = await fill(required("directDatabaseUrl"), { records: 3000, dossiers: 5 });
});

const pathsIn = async (answer: Response) =>
  [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc!).pathname);

it("names the first page and every dossier, and a map of each", async () => {
  const slugs = filled.all.map(({ slug }) => slug).sort();
  const named = await pathsIn(await getDossiers());
  expect(named.filter((path) => !path.startsWith("/countries/"))).toEqual([
    "/",
    "/about",
    "/calendar",
    ...slugs.map((slug) => `/${slug}`),
  ]);
  // Of countries, those with several dossiers.
  expect(named).toContain("/countries/ad");
  expect(await pathsIn(await getIndex())).toEqual([
    "/sitemap-dossiers.xml",
    "/sitemap-people.xml",
    ...slugs.map((slug) => `/${slug}/sitemap.xml`),
  ]);
  const asked = (part: string) =>
    getPart(new Request("http://x"), { params: Promise.resolve({ dossier: slugs[0]!, part }) });
  expect((await asked("1")).headers.get("content-type")).toBe("application/xml; charset=utf-8");
  expect((await asked("2")).status).toBe(404);
});

it("knows how many records each dossier has without counting them", async () => {
  const sent = await statementsOf(async () => {
    const { rows } = await pool().query(`SELECT d."slug", count(r."id")::int AS "records"
      FROM "Dossier" d LEFT JOIN "Record" r ON r."dossierId" = d."id" GROUP BY 1 ORDER BY 1`);
    expect(await dossierSizes()).toEqual(rows);
  });
  expect(sent.map(({ text }) => text).filter((text) => text.includes('"Record"'))).toHaveLength(1);
});

it("has every page below a dossier, in parts where one is not enough", async () => {
  const { id, slug } = filled.large;
  const dossier = await dossierAt(slug);
  const { rows } = await pool().query<{ kind: KindKey; slug: string }>(
    `SELECT "kind", "slug" FROM "Record" r WHERE "dossierId" = $1 OR EXISTS (
       SELECT FROM "Citation" c JOIN "Record" of ON of."id" = c."recordId"
       WHERE c."sourceId" = r."id" AND coalesce(of."dossierId", of."id") = $1)`,
    [id],
  );
  const below = rows.filter(({ kind }) => kind !== "source").length;
  const wanted = new Set([
    ...listPaths(slug),
    calendarPath(slug),
    reciprocityPathOf(slug),
    ...rows.map((record) => recordPath(slug, record).split("#")[0]!),
  ]);
  for (const most of [50_000, 200]) {
    const parts = 1 + Math.ceil(Math.max(0, below - most * 0.8) / most);
    expect(parts > 1).toBe(most === 200);
    const paths: string[] = [];
    for (let part = 1; part <= parts; part += 1) {
      const pages = await pagesInPart(dossier, part, most);
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.length).toBeLessThanOrEqual(most);
      paths.push(...pages.map(({ path }) => path));
    }
    expect(await pagesInPart(dossier, parts + 1, most)).toEqual([]);
    expect([...new Set(paths)].sort()).toEqual([...wanted].sort());
  }
});

it.each(kindKeys.filter((kind) => kind !== "dossier" && kind !== "person"))(
  "writes the %s table in batches byte for byte as it would at once",
  async (kind) => {
    const { slug } = filled.large;
    const dossier = await dossierAt(slug);
    const [records, sources, agreements] = await Promise.all([
      listOf(dossier.id, kind),
      listOf(dossier.id, "source"),
      listOf(dossier.id, "agreement"),
    ]);
    const named = new Map([...sources, ...agreements].map((record) => [record.id, record]));
    const context = { site: site(), dossier: dossierName(dossier), named };
    const list = kindOf(kind).path;
    const asked = async (format: string) =>
      Buffer.from(
        await (
          await getTable(new Request("http://x"), {
            params: Promise.resolve({ dossier: slug, list, format }),
          })
        ).arrayBuffer(),
      ).toString();
    expect((await asked("spreadsheet.csv")) === `\uFEFF${csvOf(kind, records, context)}`).toBe(true);
    expect((await asked("csv")) === csvOf(kind, records, context)).toBe(true);
    expect((await asked("json")) === jsonOf(kind, records, context)).toBe(true);
    if (kind === "visit") expect(records.length).toBe(600);
  },
);

it("reads no table for who has gone", async () => {
  const params = Promise.resolve({ dossier: filled.large.slug, list: "visits", format: "csv" });
  const sent = await statementsOf(async () => {
    const gone = new Request("http://x", { signal: AbortSignal.abort() });
    expect((await getTable(gone, { params })).status).toBe(503);
  });
  expect(sent.at(-1)?.text).toBe("ROLLBACK");
});

async function dossierAt(slug: string): Promise<PublishedRecord<"dossier">> {
  const dossier = await findDossier(slug);
  if (!dossier || "redirectTo" in dossier) throw new Error(`no ${slug}`);
  return dossier;
}

async function listOf(dossierId: string, kind: KindKey): Promise<PublishedRecord[]> {
  if (kind === "source") return (await sourcesOf(dossierId)).map(({ source }) => source as PublishedRecord);
  return (await recordsOf<DossierKindKey>(dossierId, kind as DossierKindKey)) as PublishedRecord[];
}
