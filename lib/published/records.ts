import "server-only";
import { cache } from "react";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { noteTags, wholeRecord } from "./note-tags";
import { newestFirst } from "./record-order";
import { recordFrom } from "./record-row";
import { readTyped } from "@/lib/database/tables";
import { recordsIn } from "./visible";

/** A dossier's published records of a kind: newest first, those without a date last. */
export const recordsOf: <K extends DossierKindKey>(
  dossierId: string,
  kind: K,
) => Promise<PublishedRecord<K>[]> = cache(
  async <K extends DossierKindKey>(dossierId: string, kind: K): Promise<PublishedRecord<K>[]> => {
    noteTags(cacheTag.everything(dossierId, kind));
    const rows = await readTyped(database(), kind, { record: recordsIn(dossierId) });
    return rows.map((row) => recordFrom(kind, row)).sort(newestFirst);
  },
);

/** The published record of a kind at an address within a dossier, null where there is none. */
export const recordBySlug: <K extends DossierKindKey>(
  dossierId: string,
  kind: K,
  slug: string,
) => Promise<PublishedRecord<K> | null> = cache(
  async <K extends DossierKindKey>(
    dossierId: string,
    kind: K,
    slug: string,
  ): Promise<PublishedRecord<K> | null> => {
    const [row] = await readTyped(database(), kind, { record: { ...recordsIn(dossierId), slug } });
    // That there is none is true until the list changes.
    noteTags(...(row ? wholeRecord(row.id as string) : [cacheTag.list(dossierId, kind)]));
    return row ? recordFrom(kind, row) : null;
  },
);

/** What each reporter states of a dossier's trade in one year; empty where none states anything. */
export const tradeYearsAt = cache(
  async (dossierId: string, year: number): Promise<PublishedRecord<"tradeYear">[]> => {
    const rows = await readTyped(database(), "tradeYear", { year, record: recordsIn(dossierId) });
    noteTags(
      cacheTag.list(dossierId, "tradeYear", { year }),
      ...rows.flatMap((row) => wholeRecord(row.id as string)),
    );
    return rows
      .map((row) => recordFrom("tradeYear", row))
      .sort((a, b) => a.values.reporter.localeCompare(b.values.reporter, "en"));
  },
);
