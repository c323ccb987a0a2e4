/** The addresses of publications: a record's slug, and what leads to a dossier that stood elsewhere. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import { countryName } from "@/lib/domain/countries";
import type { ParseContext } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { slugify, slugOf } from "@/lib/domain/slugify";
import { Refused } from "../write/refused";
import type { WorkingCopy } from "../write/write";

export interface Publication {
  id: string;
  kind: KindKey;
  dossierId: string | null;
  /** The slug of its earlier publication, if there was one. */
  slug: string | null;
  /** Its dossier's sides. */
  context: ParseContext;
  copy: WorkingCopy;
  /** What is said of it: what changed. */
  changeNote: string | null;
}

/**
 * The record's slug. Most kinds keep the one of their first publication for good; those whose values may stand
 * only once (a year of trade) are addressed by these values.
 * @throws {Refused} where another dossier has, or had, the slug.
 */
export async function slugFor(
  db: Transaction,
  { id, kind, dossierId, slug, copy }: Omit<Publication, "changeNote">,
): Promise<string> {
  const definition = kindOf(kind);
  const wanted = slugOf(definition, copy.values);
  if (kind === "dossier") {
    const alias = await db.slugAlias.findFirst({ where: { slug: wanted, dossierId: { not: id } } });
    const other = await db.record.findFirst({ where: { kind, slug: wanted, id: { not: id } } });
    if (alias || other)
      throw new Refused({ ok: false, reason: "invalid", problems: [{ path: "slug", code: "unique.slug" }] });
    return wanted;
  }
  if (definition.uniqueBy) return wanted;
  if (slug !== null) return slug;
  return freeSlug(wanted, await slugsTaken(db, { id, kind, dossierId }, wanted));
}

/** The first of a slug, and of this one with a number behind it, that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let free = wanted;
  for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
  return free;
}

/**
 * The slugs of several records of dossiers, as `slugFor` gives them one after the other, in their order and by one statement. Not
 * for dossiers themselves.
 */
export async function slugsFor(
  db: Transaction,
  records: readonly Omit<Publication, "changeNote">[],
): Promise<string[]> {
  const wanted = records.map(({ kind, slug, copy }) => {
    const own = slugOf(kindOf(kind), copy.values);
    return {
      slug: kindOf(kind).uniqueBy ? own : (slug ?? own),
      isFree: !kindOf(kind).uniqueBy && slug === null,
    };
  });
  const sought = records.flatMap(({ kind, dossierId }, place) => {
    const { slug, isFree } = wanted[place]!;
    // As in `slugsTaken`.
    return isFree ? [{ place, kind, dossierId, slug, last: `${slug}~` }] : [];
  });
  const found = sought.length === 0 ? [] : await slugsAround(db, sought);
  // What one of them gets, the next of its list does not.
  const given = new Map<string, string[]>();
  return records.map(({ kind, dossierId }, place) => {
    const { slug, isFree } = wanted[place]!;
    if (!isFree) return slug;
    const own = given.get(`${kind} ${dossierId}`) ?? [];
    const taken = found.filter((one) => one.place === place).map((one) => one.slug);
    const free = freeSlug(slug, new Set([...taken, ...own]));
    given.set(`${kind} ${dossierId}`, [...own, free]);
    return free;
  });
}

function slugsAround(
  db: Transaction,
  sought: readonly { place: number; kind: KindKey; dossierId: string | null; slug: string; last: string }[],
): Promise<{ place: number; slug: string }[]> {
  const around = (alias: "e" | "f") => {
    const of = Prisma.raw(alias);
    return Prisma.sql`${of}."kind" = s."kind" AND ${of}."dossierId" = s."dossierId"
      AND ${of}."slug" ~>=~ s."slug" AND ${of}."slug" ~<~ s."last"`;
  };
  return db.$queryRaw`
    SELECT s."place", taken."slug"
    FROM jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) AS s("place" int, "kind" text, "dossierId" uuid, "slug" text, "last" text)
    CROSS JOIN LATERAL (
      SELECT e."slug" FROM "Entry" e WHERE ${around("e")}
      UNION SELECT f."slug" FROM "FormerSlug" f WHERE ${around("f")}) taken`;
}

type Placed = Pick<Publication, "id" | "kind" | "dossierId">;

/** The slugs under which other records of its kind and dossier stand, or once stood: this one and those that begin with it. */
async function slugsTaken(
  db: Transaction,
  { id, kind, dossierId }: Placed,
  slug: string,
): Promise<Set<string>> {
  const within =
    dossierId === null ? Prisma.sql`"dossierId" IS NULL` : Prisma.sql`"dossierId" = ${dossierId}::uuid`;
  // By the index of patterns, and no sign of a slug comes after a tilde.
  const beginning = Prisma.sql`"kind" = ${kind} AND ${within} AND "slug" ~>=~ ${slug} AND "slug" ~<~ ${`${slug}~`}`;
  const rows = await db.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM "Entry" WHERE ${beginning} AND "id" <> ${id}::uuid
    UNION SELECT "slug" FROM "FormerSlug" WHERE ${beginning} AND "recordId" <> ${id}::uuid`;
  return new Set(rows.map((row) => row.slug));
}

/** Whether another record of its kind and dossier stands, or once stood, under a slug. */
export async function isSlugTaken(db: Transaction, record: Placed, slug: string): Promise<boolean> {
  return (await slugsTaken(db, record, slug)).has(slug);
}

/** The dossier's former slug and its pair in the other order lead to it. */
export async function keepOldAddresses(
  db: Transaction,
  { id, slug: before, copy }: Publication,
  slug: string,
): Promise<void> {
  const { countryA, countryB } = copy.values as { countryA: string; countryB: string };
  const pairs = [
    [countryA, countryB],
    [countryB, countryA],
  ].map((pair) => slugify(pair.map((code) => countryName(code)).join(" ")));
  const aliases = [...pairs, ...(before ? [before] : [])].filter((alias) => alias !== slug);
  await db.slugAlias.deleteMany({ where: { slug, dossierId: id } });
  await db.slugAlias.createMany({
    data: [...new Set(aliases)].map((alias) => ({ slug: alias, dossierId: id })),
    skipDuplicates: true,
  });
}
