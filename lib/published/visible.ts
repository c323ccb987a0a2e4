import "server-only";
import type { Prisma } from "@/lib/database/generated/client";

/** That a record's dossier is itself published: without it none of its records may be read. */
export const inPublicDossier = {
  dossier: { record: { asDossier: { isNot: null } } },
} satisfies Prisma.RecordWhereInput;

/** The records of one dossier, as long as that is published. */
export function recordsIn(dossierId: string): Prisma.RecordWhereInput {
  return { dossierId, ...inPublicDossier };
}

/** Everything that one dossier says, its own record included, as long as that is published. */
export function dossierAndRecords(dossierId: string): Prisma.RecordWhereInput {
  return { OR: [recordsIn(dossierId), { id: dossierId, asDossier: { isNot: null } }] };
}
