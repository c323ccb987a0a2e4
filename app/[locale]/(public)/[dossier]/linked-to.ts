import { getTranslations } from "next-intl/server";
import type { Linked } from "@/components/public/frame/linked";
import { partPath, pathTo } from "@/components/public/frame/setting";
import { countedWords } from "@/lib/domain/capped-count";
import { type DossierKindKey, type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { namesOf } from "@/lib/published/names";
import { referrersOf } from "@/lib/published/references";
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
  return (kind) => {
    const more = referrers.more.get(kind);
    return [
      ...referred
        .filter((one) => one.kind === kind)
        .map((one) => ({ href: pathTo(setting, one), title: one.title })),
      ...referrers.shown
        .filter((one) => one.kind === kind)
        .map((one) => ({
          href: pathTo({ locale: setting.locale, slug: one.dossierSlug }, one),
          title: one.title,
        })),
      ...(more ? [{ href: partPath(setting, kindOf(kind).path), title: t("more", countedWords(more)) }] : []),
    ];
  };
}
