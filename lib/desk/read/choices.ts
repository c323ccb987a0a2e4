/** What pickers offer: other records by their title, and the dossiers. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { likeLiteral } from "@/lib/database/like";
import { type DossierName, dossierName } from "./open";
import type { EntryState } from "../outcome";

export interface EntryChoice {
  id: string;
  title: string;
  state: EntryState;
  /** What tells records of the same title apart: publisher, year. */
  detail: string;
}

export interface ChoiceQuery {
  q?: string;
  dossierId?: string | null;
  /** Exactly these records, whatever else is asked: what a form already refers to. */
  ids?: readonly string[];
}

/** How many records a picker offers at once, and how many it can be asked for by their ids. */
const limits = { offered: 20, named: 500 };

/** Records of a kind to choose from, those saved last first; within the dossier where the kind belongs to one. */
export async function entryChoices(
  actor: Actor,
  kind: KindKey,
  { q, dossierId, ids }: ChoiceQuery,
): Promise<EntryChoice[]> {
  demand(actor, "read");
  const rows = await database().$queryRaw<
    { id: string; title: string; state: EntryState; facets: Record<string, unknown> }[]
  >`
    SELECT e."id", e."title", e."state", e."facets" FROM "Entry" e
    WHERE e."kind" = ${kind} AND e."state" <> 'trashed' AND ${wanted(kind, { q, dossierId, ids })}
    ORDER BY e."updatedAt" DESC, e."id" DESC LIMIT ${ids ? limits.named : limits.offered}`;
  return rows.map(({ id, title, state, facets }) => ({
    id,
    title,
    state,
    detail: [facets.publisher, facets.year].filter(Boolean).join(", "),
  }));
}

function wanted(kind: KindKey, { q, dossierId, ids }: ChoiceQuery): Prisma.Sql {
  if (ids) {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    return Prisma.sql`e."id" = ANY(${known}::uuid[])`;
  }
  const words = (q ?? "").trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8);
  const parts = words.map(
    (word) => Prisma.sql`e."searchText" LIKE '%' || entente_folded(${likeLiteral(word)}) || '%'`,
  );
  if (kindOf(kind).inDossier && dossierId && z.uuid().safeParse(dossierId).success)
    parts.push(Prisma.sql`e."dossierId" = ${dossierId}::uuid`);
  return parts.length > 0 ? Prisma.join(parts, " AND ") : Prisma.sql`true`;
}

/** The dossiers that records can be added to, by title. */
export async function dossierChoices(actor: Actor): Promise<DossierName[]> {
  demand(actor, "read");
  const rows = await database().entry.findMany({
    where: { kind: "dossier", state: { not: "trashed" } },
    select: { id: true, title: true, slug: true, draft: true, state: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: 1000,
  });
  return rows.map(dossierName);
}
