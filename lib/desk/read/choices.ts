/** What pickers offer: other records by their title, and the dossiers. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { countryName } from "@/lib/domain/countries";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { likeLiteral } from "@/lib/database/like";
import { addressesMeant } from "@/lib/published/addresses-meant";
import { entryWithin, within } from "../limits";
import { dossierColumns, type DossierName, dossierName } from "./open";
import { hasAddress } from "./by-address";
import { holdsWord, wordsIn } from "./holds-word";
import type { EntryState } from "../outcome";

export interface EntryChoice {
  id: string;
  title: string;
  state: EntryState;
  /** What tells records of the same title apart: publisher, country, year. */
  detail: string;
  /** Of a person: what they have been, as their working copy has it. */
  offices: readonly OfficeHeld[] | null;
}

/** An office that a person has held, with dates as EDTF. */
export interface OfficeHeld {
  office: string;
  rank?: string;
  from?: string;
  to?: string;
}

export interface ChoiceQuery {
  q?: string;
  dossierId?: string | null;
  /** The record that asks, which cannot refer to itself. */
  askedBy?: string | null;
  /** Exactly these records, whatever else is asked: what a form already refers to. */
  ids?: readonly string[];
  /** Whether records of these ids that are in the trash count as well. */
  inTrashToo?: boolean;
}

interface ChoiceRow {
  id: string;
  title: string;
  state: EntryState;
  facets: Record<string, unknown>;
  offices: Partial<OfficeHeld>[] | null;
}

/** How many records a picker offers at once, and how many it can be asked for by their ids. */
const limits = { offered: 20, named: 1000 };

/**
 * Records of a kind to choose from, within the dossier where the kind belongs to one: those whose title begins as asked
 * in the order of their titles, then those that hold every word, saved last first. Without a query those saved last.
 */
export async function entryChoices(
  actor: Actor,
  kind: KindKey,
  { q = "", dossierId, askedBy, ids, inTrashToo = false }: ChoiceQuery,
): Promise<EntryChoice[]> {
  demand(actor, "read");
  const text = q.replaceAll("\u0000", "").trim().slice(0, 200);
  const isInDossier = kindOf(kind).inDossier && z.uuid().safeParse(dossierId).success;
  const among = Prisma.sql`e."kind" = ${kind} AND ${within(actor, "e", kind)} AND e."state" <> 'trashed' ${isInDossier ? Prisma.sql`AND e."dossierId" = ${dossierId}::uuid` : Prisma.empty}
    ${z.uuid().safeParse(askedBy).success ? Prisma.sql`AND e."id" <> ${askedBy}::uuid` : Prisma.empty}`;
  const rows = ids ? await named(actor, kind, { ids, inTrashToo }) : await asked(kind, among, q, text);
  return rows.map(({ id, title, state, facets, offices }) => ({
    id,
    title,
    state,
    detail: [facets.publisher, countryIn(facets), facets.year].filter(Boolean).join(", "),
    offices: offices && offices.flatMap(({ office, ...rest }) => (office ? { office, ...rest } : [])),
  }));
}

/** What a query finds; of a web address the sources that have it, where there are any. */
async function asked(kind: KindKey, among: Prisma.Sql, q: string, text: string): Promise<ChoiceRow[]> {
  if (!text) return latest(among);
  const addresses = kind === "source" ? addressesMeant(q) : [];
  const known = addresses.length ? await latest(Prisma.sql`${among} AND ${hasAddress(addresses)}`) : [];
  return known.length ? known : found(among, text);
}

function countryIn({ country }: ChoiceRow["facets"]): string | undefined {
  return typeof country === "string" ? countryName(country) : undefined;
}

const columns = Prisma.sql`e."id", e."title", e."state", e."facets",
  CASE e."kind" WHEN 'person' THEN e."draft"->'offices' END AS "offices"`;

async function named(
  actor: Actor,
  kind: KindKey,
  { ids, inTrashToo }: { ids: readonly string[]; inTrashToo: boolean },
): Promise<ChoiceRow[]> {
  const known = ids.filter((id) => z.uuid().safeParse(id).success).slice(0, limits.named);
  return database().$queryRaw<ChoiceRow[]>`
    SELECT ${columns} FROM "Entry" e
    WHERE e."id" = ANY(${known}::uuid[]) AND e."kind" = ${kind} AND (${inTrashToo} OR e."state" <> 'trashed') AND ${within(actor, "e", kind)}`;
}

async function latest(among: Prisma.Sql): Promise<ChoiceRow[]> {
  return database().$queryRaw<ChoiceRow[]>`
    SELECT ${columns} FROM "Entry" e WHERE ${among} ORDER BY e."updatedAt" DESC, e."id" DESC LIMIT ${limits.offered}`;
}

// What titles are found by: folded, and no longer than an index takes.
const openingLength = 100;
const opening = Prisma.raw(`(left(entente_folded(e."title"), ${openingLength}) COLLATE "C")`);

async function found(among: Prisma.Sql, text: string): Promise<ChoiceRow[]> {
  const begins = Prisma.sql`${opening} LIKE entente_folded(${likeLiteral(text.slice(0, openingLength))}) || '%'`;
  return database().$queryRaw<ChoiceRow[]>`
    WITH opened AS (
      SELECT ${columns}, row_number() OVER (ORDER BY ${opening}, e."id") AS "place" FROM "Entry" e
      WHERE ${among} AND ${begins} ORDER BY ${opening}, e."id" LIMIT ${limits.offered}
    ), held AS (
      SELECT ${columns} FROM "Entry" e
      WHERE (SELECT count(*) FROM opened) < ${limits.offered} AND ${among} AND ${Prisma.join(wordsIn(text).map(holdsWord), " AND ")}
        AND e."id" NOT IN (SELECT "id" FROM opened)
      ORDER BY e."updatedAt" DESC, e."id" DESC LIMIT ${limits.offered}
    )
    SELECT "id", "title", "state", "facets", "offices" FROM (
      SELECT * FROM opened UNION ALL SELECT *, ${limits.offered} + row_number() OVER () FROM held
    ) offered ORDER BY "place" LIMIT ${limits.offered}`;
}

/** So many dossiers are offered to choose from as they are; more have to be searched. */
export const fewDossiers = 50;

/** The dossiers that records can be added to, by title; null where they are too many to be offered all. */
export async function dossierChoices(actor: Actor): Promise<DossierName[] | null> {
  demand(actor, "read");
  const rows = await database().entry.findMany({
    where: { kind: "dossier", state: { not: "trashed" }, ...entryWithin(actor) },
    ...dossierColumns,
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: fewDossiers + 1,
  });
  return rows.length > fewDossiers ? null : rows.map(dossierName);
}

/** One dossier by its id; null for what is none, or in the trash. */
export async function dossierById(actor: Actor, id: string): Promise<DossierName | null> {
  demand(actor, "read");
  if (!z.uuid().safeParse(id).success) return null;
  const row = await database().entry.findUnique({
    where: { id, kind: "dossier", state: { not: "trashed" }, ...entryWithin(actor) },
    ...dossierColumns,
  });
  return row && dossierName(row);
}
