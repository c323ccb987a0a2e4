/** What a write needs to know before it begins: the dossier's countries, and that what is referred to exists. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import type { ParseContext } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type Problem, TamperedRequest } from "@/lib/domain/record";
import type { RecordLink } from "@/lib/domain/references";
import { inTrashedDossier, Refused } from "./refused";

/** The countries of a dossier's working copy, null while it does not name both. */
export function partiesOf(draft: unknown): [string, string] | null {
  const { countryA, countryB } = (draft ?? {}) as { countryA?: string; countryB?: string };
  return countryA && countryB ? [countryA, countryB] : null;
}

/**
 * The context in which a kind's records are parsed in a dossier.
 * @throws {TamperedRequest} for a kind that belongs to a dossier without one, or with what is no dossier.
 * @throws {Refused} where somebody has put the dossier into the trash meanwhile.
 */
export async function contextOf(kind: KindKey, dossierId: string | null): Promise<ParseContext> {
  if (!kindOf(kind).inDossier) {
    if (dossierId !== null) throw new TamperedRequest(`${kind} belongs to no dossier`);
    return { parties: null };
  }
  if (dossierId === null) throw new TamperedRequest(`${kind} belongs to a dossier`);
  const dossier = await database().entry.findUnique({
    where: { id: dossierId, kind: "dossier" },
    select: { draft: true, state: true, title: true },
  });
  if (!dossier) throw new TamperedRequest(`No dossier ${dossierId}`);
  if (dossier.state === "trashed")
    throw new Refused(inTrashedDossier({ id: dossierId, title: dossier.title }));
  return { parties: partiesOf(dossier.draft) };
}

/** A problem for each reference to what is not there: no such record, another kind, trashed, of another dossier. */
export async function problemsOfLinks(
  db: Transaction,
  links: readonly RecordLink[],
  dossierId: string | null,
): Promise<Problem[]> {
  if (links.length === 0) return [];
  const found = await db.entry.findMany({
    where: { id: { in: links.map((link) => link.to) }, state: { not: "trashed" } },
    select: { id: true, kind: true, dossierId: true },
  });
  const byId = new Map(found.map((entry) => [entry.id, entry]));
  return links
    .filter(({ to, toKind }) => {
      const entry = byId.get(to);
      return !entry || entry.kind !== toKind || (kindOf(toKind).inDossier && entry.dossierId !== dossierId);
    })
    .map(({ path }) => ({ path, code: "reference.unknown" }));
}

/** What a save only warns of: another record that is the same by the kind's unique rule. */
export async function duplicatesOf(
  db: Transaction,
  kind: KindKey,
  entry: { id: string | null; dossierId: string | null; uniqueKey: string | null },
): Promise<Problem[]> {
  const path = kindOf(kind).uniqueBy?.[0];
  if (entry.uniqueKey === null || path === undefined) return [];
  const other = await db.entry.findFirst({
    where: {
      kind,
      dossierId: entry.dossierId,
      uniqueKey: entry.uniqueKey,
      state: { not: "trashed" },
      ...(entry.id && { id: { not: entry.id } }),
    },
    select: { title: true },
  });
  return other ? [{ path, code: "unique.taken", params: { title: other.title } }] : [];
}
