/** The records that go into a dossier's file, and what it has to name besides them. */
import { recordsOf } from "@/lib/published/records";
import { sourcesOf } from "@/lib/published/sources";
import { kindOf, type DossierKindKey, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import type { TableContext } from "@/lib/exchange/columns";
import { dossierName } from "@/lib/exchange/site";
import { site } from "@/lib/site";

/** Kinds of which a dossier has a list. */
export type ListKey = Exclude<KindKey, "dossier">;

/** A dossier's records of one kind, with everything that a file of them needs. */
export async function listFile(
  dossier: PublishedRecord<"dossier">,
  kind: ListKey,
): Promise<{ records: PublishedRecord[]; context: TableContext }> {
  const records = await listOf(dossier.id, kind);
  const definition = kindOf(kind);
  const kindsReferred = new Set(
    records.flatMap(({ values }) => linksFrom(definition, values).map(({ toKind }) => toKind)),
  );
  const referred = await Promise.all(
    [...kindsReferred].flatMap((to) => (to === "dossier" ? [] : [listOf(dossier.id, to)])),
  );
  const named = new Map(referred.flat().map((record) => [record.id, record]));
  return { records, context: { site: site(), dossier: dossierName(dossier), named } };
}

async function listOf(dossierId: string, kind: ListKey): Promise<PublishedRecord[]> {
  if (kind === "source") return (await sourcesOf(dossierId)).map(({ source }) => source as PublishedRecord);
  return (await recordsOf<DossierKindKey>(dossierId, kind)) as PublishedRecord[];
}
