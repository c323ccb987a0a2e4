/** What a write needs to know of what stands before it begins: the record, its dossier, and what it refers to. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import type { ParseContext } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { TamperedRequest } from "@/lib/domain/record";
import { contextOf, sidesIn } from "@/lib/domain/sides";
import { stillWithin } from "../limits";
import type { EntryState, Target } from "../outcome";
import { inTrashedDossier, Refused } from "./refused";

/** A dossier as those who write in it need to know it. */
export interface CurrentDossier {
  id: string;
  title: string;
  state: EntryState;
  draft: unknown;
}

/** A record as it stands. */
export interface CurrentEntry {
  id: string;
  kind: KindKey;
  dossierId: string | null;
  dossier: CurrentDossier | null;
  state: EntryState;
  version: number;
  title: string;
  slug: string | null;
  draft: Record<string, unknown>;
  /** By field, what was typed that the draft cannot hold. */
  unreadable: unknown;
  /** Whether no revision holds the draft. */
  isAutosaved: boolean;
  tabId: string | null;
  tabEdit: number | null;
  /** Records belong to it that are not in the trash: only a dossier has any. */
  hasRecords: boolean;
}

/** A record and its dossier, in one statement; null where there is no such record of this kind that the actor may see. */
export async function currentEntry(
  db: Transaction,
  actor: Actor,
  { id, kind }: Pick<Target, "id" | "kind">,
): Promise<CurrentEntry | null> {
  const [current] = await currentEntries(db, actor, [id]);
  return current?.kind === kind ? current : null;
}

/** Several records with their dossiers, in one statement and in no order: those of them that there are and that the actor may see. */
export function currentEntries(
  db: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<CurrentEntry[]> {
  return db.$queryRaw<CurrentEntry[]>`
    SELECT e."id", e."kind", e."dossierId", e."state", e."version", e."title", e."slug", e."draft",
      e."unreadable", e."autosavedAt" IS NOT NULL AS "isAutosaved", e."tabId", e."tabEdit",
      EXISTS (SELECT FROM "Entry" r WHERE r."liveDossierId" = e."id") AS "hasRecords",
      CASE WHEN d."id" IS NOT NULL THEN
        jsonb_build_object('id', d."id", 'title', d."title", 'state', d."state", 'draft', d."draft") END AS "dossier"
    FROM "Entry" e LEFT JOIN "Entry" d ON d."id" = e."dossierId"
    WHERE e."id" = ANY(${ids}::uuid[]) AND ${stillWithin(actor)}`;
}

/** Whether the writer has seen what stands: it is of the version that they name, or of their own tab since. */
export function hasSeen({ version, tab }: Target, current: CurrentEntry): boolean {
  return (
    current.version === version ||
    (tab !== undefined && current.tabId === tab.id && current.version > version)
  );
}

/**
 * The dossier that a new record of a kind shall belong to, and whether it asks for reviews; null for a kind that belongs to none.
 * @throws {TamperedRequest} for a kind that belongs to a dossier without one, or with what is no dossier that the actor may see.
 * @throws {Forbidden} for a new dossier, where the actor is limited to others.
 */
export async function dossierFor(
  db: Transaction,
  actor: Actor,
  kind: KindKey,
  dossierId: string | null,
): Promise<(CurrentDossier & { asksReview: boolean }) | null> {
  if (kind === "dossier") demand(actor, "addDossier");
  if (!kindOf(kind).inDossier) {
    if (dossierId !== null) throw new TamperedRequest(`${kind} belongs to no dossier`);
    return null;
  }
  if (dossierId === null) throw new TamperedRequest(`${kind} belongs to a dossier`);
  const [dossier] = await db.$queryRaw<(CurrentDossier & { asksReview: boolean })[]>`
    SELECT d."id", d."draft", d."state", d."title", coalesce(s."asks", false) AS "asksReview"
    FROM "Entry" d LEFT JOIN "ReviewSetting" s ON s."dossierId" = d."id"
    WHERE d."id" = ${dossierId}::uuid AND d."kind" = 'dossier' AND ${stillWithin(actor, "d")}`;
  if (!dossier) throw new TamperedRequest(`No dossier ${dossierId}`);
  return dossier;
}

/**
 * The context in which records are parsed in a dossier.
 * @throws {Refused} where the dossier was put into the trash meanwhile.
 */
export function contextIn(dossier: CurrentDossier | null): ParseContext {
  if (dossier?.state === "trashed") throw new Refused(inTrashedDossier(dossier));
  return contextOf(dossier && sidesIn(dossier.draft));
}
