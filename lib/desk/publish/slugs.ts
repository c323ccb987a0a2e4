/** The addresses of publications: a record's slug, and what leads to a dossier that stood elsewhere. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import { countryName } from "@/lib/domain/countries";
import type { Held, ParseContext } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { uniqueKeyOf } from "@/lib/domain/projection";
import { slugify, slugOf } from "@/lib/domain/slugify";
import { publicStates } from "../read/list";
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

/** A publication as its slug is looked for. */
type Addressed = Omit<Publication, "changeNote">;

/**
 * The record's slug. Most kinds keep the one of their first publication for good; those whose values may stand
 * only once (a year of trade) are addressed by these values, with a number behind where other values read the same in an address.
 * @throws {Refused} where another dossier has, or had, the slug.
 */
export async function slugFor(db: Transaction, record: Addressed): Promise<string> {
  return record.kind === "dossier" ? dossierSlug(db, record) : (await slugsFor(db, [record]))[0]!;
}

async function dossierSlug(db: Transaction, { id, kind, copy }: Addressed): Promise<string> {
  const wanted = slugOf(kindOf(kind), copy.values);
  const alias = await db.slugAlias.findFirst({ where: { slug: wanted, dossierId: { not: id } } });
  const other = await db.record.findFirst({ where: { kind, slug: wanted, id: { not: id } } });
  if (alias || other)
    throw new Refused({ ok: false, reason: "invalid", problems: [{ path: "slug", code: "unique.slug" }] });
  return wanted;
}

/** The slugs of several records that are no dossiers, in their order: as `slugFor` gives them one after the other. */
export async function slugsFor(db: Transaction, records: readonly Addressed[]): Promise<string[]> {
  const wanted = records.map((record) => {
    const isUnique = kindOf(record.kind).uniqueBy !== undefined;
    const own = slugOf(kindOf(record.kind), record.copy.values);
    // What stood under these values before stands there again, with the number that it had.
    const before = isUnique && isNumbered(record.slug, own) ? record.slug : null;
    const slug = isUnique ? own : (record.slug ?? own);
    const key = isUnique ? uniqueKeyOf(kindOf(record.kind), record.copy.values) : null;
    return { ...record, slug, before, key, isFree: isUnique || record.slug === null };
  });
  const taken = await slugsTaken(
    db,
    wanted.filter(({ isFree }) => isFree),
  );
  // What one of them gets, the next of its list does not.
  const given = new Map<string, string[]>();
  return wanted.map(({ id, kind, dossierId, slug, before, isFree }) => {
    if (!isFree) return slug;
    const own = given.get(`${kind} ${dossierId}`) ?? [];
    const held = new Set([...(taken.get(id) ?? []), ...own]);
    const free = before !== null && !held.has(before) ? before : freeSlug(slug, held);
    given.set(`${kind} ${dossierId}`, [...own, free]);
    return free;
  });
}

/** Whether a slug is this one, or this one with a number behind; of a period alone, as "2013", the number is the period's own. */
function isNumbered(slug: string | null, own: string): boolean {
  if (!own.includes("-")) return slug === own;
  return slug === own || (slug?.startsWith(`${own}-`) === true && /^\d+$/.test(slug.slice(own.length + 1)));
}

/** The first of a slug, and of this one with a number behind it, that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let free = wanted;
  for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
  return free;
}

type Placed = Pick<Publication, "id" | "kind" | "dossierId"> & {
  slug: string;
  /** What may stand only once, of a record that is addressed by it. */
  key: string | null;
};

/**
 * By the ids of records the slugs under which others of their kind and dossier stand, or once stood: the one that is wanted and those
 * that begin with it. Of records that are addressed by what may stand only once, those alone that read alike and are another: the same,
 * taken off the site, leaves its address to this one, and so does one that has other values since.
 */
async function slugsTaken(db: Transaction, wanted: readonly Placed[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const kindsOf = new Map(wanted.map(({ id, kind }) => [id, kind]));
  // A row of no dossier is found by an index only where the statement says that it has none.
  for (const isShared of [true, false]) {
    const some = wanted.filter(({ dossierId }) => (dossierId === null) === isShared);
    if (some.length === 0) continue;
    for (const { id, slug, values } of await slugsAround(db, some, isShared)) {
      const isLeft = values !== null && !isNumbered(slug, slugOf(kindOf(kindsOf.get(id)!), values));
      if (!isLeft) found.set(id, [...(found.get(id) ?? []), slug]);
    }
  }
  return found;
}

/** Each with the values of its draft where that alone stands there, of a record that is addressed by them. */
function slugsAround(
  db: Transaction,
  wanted: readonly Placed[],
  areShared: boolean,
): Promise<{ id: string; slug: string; values: Held | null }[]> {
  // By the index of patterns, and no sign of a slug comes after a tilde.
  const rows = wanted.map(({ id, kind, dossierId, slug, key }) => ({
    ...{ id, kind, dossierId, slug, key },
    last: `${slug}~`,
  }));
  const around = (alias: "e" | "f") => {
    const of = Prisma.raw(alias);
    const within = areShared
      ? Prisma.sql`${of}."dossierId" IS NULL`
      : Prisma.sql`${of}."dossierId" = w."dossierId"`;
    return Prisma.sql`${of}."kind" = w."kind" AND ${within} AND ${of}."slug" ~>=~ w."slug" AND ${of}."slug" ~<~ w."last"`;
  };
  return db.$queryRaw`
    SELECT w."id", taken."slug", taken."values"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS w("id" uuid, "kind" text, "dossierId" uuid, "slug" text, "last" text, "key" text)
    CROSS JOIN LATERAL (
      SELECT e."slug", CASE WHEN w."key" IS NOT NULL AND e."state" NOT IN (${publicStates}) THEN e."draft" END AS "values"
      FROM "Entry" e WHERE ${around("e")} AND e."id" <> w."id"
        AND (w."key" IS NULL OR e."state" IN (${publicStates}) OR e."uniqueKey" IS DISTINCT FROM w."key")
      UNION ALL
      SELECT f."slug", NULL FROM "FormerSlug" f WHERE w."key" IS NULL AND ${around("f")} AND f."recordId" <> w."id") taken`;
}

/** Whether another record of its kind and dossier stands, or once stood, under a slug. */
export async function isSlugTaken(
  db: Transaction,
  record: Omit<Placed, "slug" | "key">,
  slug: string,
): Promise<boolean> {
  const taken = await slugsTaken(db, [{ ...record, slug, key: null }]);
  return taken.get(record.id)?.includes(slug) ?? false;
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
