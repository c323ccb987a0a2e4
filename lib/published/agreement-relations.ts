/** How published agreements relate to one another. */
import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type AgreementRelation, inverseRelations } from "@/lib/domain/kinds/agreement-terms";
import type { RecordValues } from "@/lib/domain/kinds/registry";
import { noteTags } from "./note-tags";

/**
 * What an agreement is to others, by their ids: as it says itself, and as those of `referring` say, whose relation reads
 * the other way from here: what one replaces is replaced by it.
 */
export async function relationsOf(
  { id, values }: { id: string; values: Pick<RecordValues<"agreement">, "relations"> },
  referring: readonly string[],
): Promise<ReadonlyMap<string, readonly AgreementRelation[]>> {
  noteTags(cacheTag.referring(id));
  const said =
    referring.length === 0
      ? []
      : await database().agreementRelation.findMany({
          where: { otherId: id, agreementId: { in: [...referring] } },
          orderBy: [{ agreementId: "asc" }, { position: "asc" }],
          select: { agreementId: true, relation: true },
        });
  const all = [
    ...values.relations.map(({ other, relation }) => [other, relation] as const),
    ...said.map((one) => [one.agreementId, inverseRelations[relationOf(one.relation)]] as const),
  ];
  const found = new Map<string, AgreementRelation[]>();
  for (const [other, relation] of all) {
    const known = found.get(other) ?? [];
    if (!known.includes(relation)) found.set(other, [...known, relation]);
  }
  return found;
}

function relationOf(text: string): AgreementRelation {
  // The database holds no other.
  return Object.hasOwn(inverseRelations, text) ? (text as AgreementRelation) : "related-to";
}
