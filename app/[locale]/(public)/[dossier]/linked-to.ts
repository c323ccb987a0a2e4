import { getTranslations } from "next-intl/server";
import type { Linked } from "@/components/public/frame/linked";
import { partPath, pathTo } from "@/components/public/frame/setting";
import { countedWords } from "@/lib/domain/capped-count";
import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";
import { type DossierKindKey, type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { namesOf } from "@/lib/published/names";
import { relationsOf } from "@/lib/published/agreement-relations";
import { type Referrer, referrersOf } from "@/lib/published/references";
import type { OpenDossier } from "../open-dossier";

/**
 * The published records that a record refers to, and that refer to it, by kind; its sources are among its notes. Of
 * many that refer to it the newest, and how many more there are.
 */
export async function linkedTo(
  { record: dossier, setting }: OpenDossier,
  record: PublishedRecord<DossierKindKey>,
): Promise<(kind: KindKey) => Linked[]> {
  const links = linksFrom(kindOf(record.kind), record.values as Record<string, unknown>);
  const own = links.filter(({ toKind }) => kindOf(toKind).inDossier);
  const [t, referrers, referred] = await Promise.all([
    getTranslations("periods"),
    referrersOf(record.id, record.kind),
    namesOf(
      dossier.id,
      own.map(({ to }) => to),
    ),
  ]);
  const relations = await relationsWith(record, referrers.shown);
  return (kind) => {
    const more = referrers.more.get(kind);
    const referring = referrers.shown.filter((one) => one.kind === kind);
    return [
      ...referred
        .filter((one) => one.kind === kind)
        .map((one) => ({
          id: one.id,
          href: pathTo(setting, one),
          title: one.title,
          relations: relations.get(one.id),
        })),
      ...referring
        // Two agreements may each name the other: one link says both.
        .filter(({ id }) => !referred.some((one) => one.id === id))
        .map((one) => ({
          id: one.id,
          href: pathTo({ locale: setting.locale, slug: one.dossierSlug }, one),
          title: one.title,
          told: one.told,
          relations: relations.get(one.id),
        })),
      ...(more ? [{ href: partPath(setting, kindOf(kind).path), title: t("more", countedWords(more)) }] : []),
    ];
  };
}

/** How an agreement relates to those it is linked with, by their ids; nothing for records of other kinds. */
async function relationsWith(record: PublishedRecord<DossierKindKey>, referring: readonly Referrer[]) {
  if (!isAgreement(record)) return new Map<string, readonly AgreementRelation[]>();
  const agreements = referring.filter(({ kind }) => kind === "agreement");
  return relationsOf(
    record,
    agreements.map(({ id }) => id),
  );
}

function isAgreement(record: PublishedRecord<DossierKindKey>): record is PublishedRecord<"agreement"> {
  return record.kind === "agreement";
}
