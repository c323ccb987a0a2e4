/** Opening a record at the desk. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Typed } from "@/lib/domain/fields/field";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { mistakesOf, parseRecord, type Problem, readableIn } from "@/lib/domain/record";
import { linksFrom } from "@/lib/domain/references";
import { contextOf, type Sides, sidesIn } from "@/lib/domain/sides";
import { entryWithin } from "../limits";
import { warnedAgainst } from "../write/held-against";
import type { EntryState } from "../outcome";

/** The dossier that a record belongs to, as its form needs to know it. */
export interface DossierName {
  id: string;
  title: string;
  slug: string | null;
  /** Null while its working copy does not name both countries. */
  sides: Sides | null;
  state: EntryState;
}

export interface OpenEntry {
  id: string;
  kind: KindKey;
  dossier: DossierName | null;
  state: EntryState;
  version: number;
  typed: Typed;
  slug: string | null;
  title: string;
  createdAt: string;
  createdByName: string;
  updatedAt: string;
  updatedByName: string;
  lastPublishedAt: string | null;
  /** When it was last compared with its sources; null where it never was. */
  lastVerifiedAt: string | null;
  publicPath: string | null;
  /** Mistakes that the draft keeps, and other records that are the same. */
  warnings: Problem[];
}

/** What is read of a dossier to name it. */
export const dossierColumns = {
  select: { id: true, title: true, slug: true, draft: true, state: true },
} as const;

/** A record's working copy; null for an id that is malformed, unknown or of another kind. */
export async function openEntry(actor: Actor, kind: KindKey, id: string): Promise<OpenEntry | null> {
  demand(actor, "read");
  if (!z.uuid().safeParse(id).success) return null;
  const db = database();
  const entry = await db.entry.findUnique({
    where: { id, kind, ...entryWithin(actor) },
    include: { dossier: dossierColumns },
  });
  if (!entry) return null;
  const { version, slug, title, createdByName, updatedByName } = entry;
  const context = contextOf(entry.dossier && sidesIn(entry.dossier.draft));
  const definition = kindOf(kind);
  const typed = typedCopy(definition, entry.draft, entry.unreadable);
  const read = entry.unreadable && parseRecord(definition, typed, context, "draft");
  const mistakes = read
    ? [...read.problems, ...read.mistakes]
    : mistakesOf(definition, entry.draft as Record<string, unknown>, context);
  // What the copy itself refers to is there: the database holds that.
  const unreadLinks = read ? linksFrom(definition, readableIn(definition, typed, context)) : [];
  return {
    ...{ id, kind, version, slug, title, createdByName, updatedByName },
    dossier: entry.dossier && dossierName(entry.dossier),
    state: entry.state as EntryState,
    typed,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
    lastPublishedAt: entry.lastPublishedAt?.toISOString() ?? null,
    lastVerifiedAt: entry.lastVerifiedAt?.toISOString() ?? null,
    publicPath: await publicPathOf(id),
    warnings:
      entry.state === "trashed" ? [] : [...mistakes, ...(await warnedAgainst(db, kind, entry, unreadLinks))],
  };
}

/** What the desk says of a dossier wherever it is named. */
export function dossierName(entry: {
  id: string;
  title: string;
  slug: string | null;
  draft: unknown;
  state: string;
}): DossierName {
  const { id, title, slug, draft, state } = entry;
  return { id, title, slug, sides: sidesIn(draft), state: state as EntryState };
}
