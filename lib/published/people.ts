/** People as readers see them: each with what the records of all dossiers say of them. */
import "server-only";
import { cache } from "react";
import { referringBy } from "@/lib/database/columns";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type CappedCount, cappedCount, COUNT_LIMIT } from "@/lib/domain/capped-count";
import { kindKeyOf, kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import { namedAs, type NamedAs } from "@/lib/domain/named-people";
import type { PublishedRecord } from "@/lib/domain/published";
import { recordsById } from "./by-id";
import { noteTags, wholeRecord } from "./note-tags";
import { recordsWhere, sharedAt } from "./read-records";

/** The published person at an address, null where there is none. */
export const personBySlug = cache(async (slug: string): Promise<PublishedRecord<"person"> | null> => {
  const [found] = await recordsWhere("person", sharedAt, ["person", slug]);
  // That there is none is true until there are others.
  noteTags(...(found ? wholeRecord(found.id) : [cacheTag.people()]));
  return found ?? null;
});

/** A person as links show them. */
export interface PersonName {
  id: string;
  slug: string;
  /** As the person's own record has it now; where a record names them, another may stand. */
  name: string;
}

/** Those of these people that are published. */
export async function peopleById(ids: Iterable<string>): Promise<PersonName[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  noteTags(...wanted.map(cacheTag.name));
  const rows = await database().record.findMany({
    where: { id: { in: wanted }, kind: "person" },
    select: { id: true, slug: true, title: true },
  });
  return rows.map(({ id, slug, title }) => ({ id, slug, name: title }));
}

/** A published record that names a person, and as what. */
export interface Involving {
  record: PublishedRecord;
  dossierSlug: string;
  dossierTitle: string;
  as: NamedAs[];
}

/** One page of the records that name a person. */
export interface InvolvingPage {
  shown: Involving[];
  all: CappedCount;
  /** How many pages there are, from 1 on; 0 where no record names the person. */
  pages: number;
}

interface Found {
  id: string;
  kind: KindKey;
  dossierId: string;
  sortDate: Date | null;
}

/**
 * The published records of all dossiers that name a person, each once, newest first: at most `LIST_PAGE`. Of the very
 * many that one field may hold, `COUNT_LIMIT` are looked at.
 */
export const recordsInvolving = cache(async (personId: string, page: number): Promise<InvolvingPage> => {
  noteTags(cacheTag.referring(personId));
  const found = await referring(personId);
  const dossiers = await publishedDossiers([...new Set(found.map(({ dossierId }) => dossierId))]);
  const visible = found.filter(({ dossierId }) => dossiers.has(dossierId)).sort(newestFirst);
  const wanted = visible.slice((page - 1) * LIST_PAGE, page * LIST_PAGE);
  const records = await recordsById(wanted);
  const shown = wanted.flatMap(({ id, kind, dossierId }): Involving[] => {
    const [record, dossier] = [records.get(id), dossiers.get(dossierId)];
    // What was withdrawn since it was found is no longer there.
    if (!record || !dossier) return [];
    const as = namedAs(kindOf(kind), record.values as Record<string, unknown>, personId);
    return [{ record, dossierSlug: dossier.slug, dossierTitle: dossier.title, as }];
  });
  return { shown, all: cappedCount(visible.length), pages: Math.ceil(visible.length / LIST_PAGE) };
});

/** All that refers to a person, also in dossiers that are not published. */
async function referring(personId: string): Promise<Found[]> {
  const conditions = kindKeys.flatMap((kind) =>
    referringBy(kindOf(kind), { id: personId, kind: "person" }).map(({ condition }) => condition),
  );
  const rows = await Promise.all(
    conditions.map((where) =>
      database().record.findMany({
        where,
        take: COUNT_LIMIT + 1,
        select: { id: true, kind: true, dossierId: true, sortDate: true },
      }),
    ),
  );
  const found = new Map<string, Found>();
  for (const { id, kind, dossierId, sortDate } of rows.flat())
    if (dossierId) found.set(id, { id, kind: kindKeyOf(kind), dossierId, sortDate });
  return [...found.values()];
}

/** Those of these dossiers that are published, by id. When one is published or taken down, its name is touched. */
async function publishedDossiers(ids: string[]): Promise<Map<string, { slug: string; title: string }>> {
  noteTags(...ids.map(cacheTag.name));
  const rows = await database().record.findMany({
    where: { id: { in: ids }, kind: "dossier" },
    select: { id: true, slug: true, title: true },
  });
  return new Map(rows.map(({ id, slug, title }) => [id, { slug, title }]));
}

/** By date, those without one last, then by id. */
function newestFirst(one: Found, other: Found): number {
  const [a, b] = [one, other].map(({ sortDate }) => sortDate?.getTime() ?? -Infinity) as [number, number];
  return a === b ? (one.id < other.id ? -1 : 1) : b - a;
}

/** Where each person is read, and when their record was changed last; those published first come first. */
export async function peopleAddresses(limit: number): Promise<{ slug: string; updatedAt: Date }[]> {
  noteTags(cacheTag.people());
  return database().$queryRaw<{ slug: string; updatedAt: Date }[]>`
    SELECT r."slug", r."lastPublishedAt" AS "updatedAt" FROM "Person" p JOIN "Record" r USING ("id")
    ORDER BY p."id" LIMIT ${limit}`;
}
