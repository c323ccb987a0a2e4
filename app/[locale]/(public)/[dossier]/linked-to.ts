import type { Linked } from "@/components/public/frame/linked";
import { pathTo } from "@/components/public/frame/setting";
import { dossierKinds } from "@/components/public/views";
import { type DossierKindKey, type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { recordsOf } from "@/lib/published/records";
import { referrersOf } from "@/lib/published/references";
import type { OpenDossier } from "../open-dossier";

/** The published records that a record refers to, and that refer to it, by kind; its sources are among its notes. */
export async function linkedTo(
  { record: dossier, setting }: OpenDossier,
  record: PublishedRecord<DossierKindKey>,
): Promise<(kind: KindKey) => Linked[]> {
  const links = linksFrom(kindOf(record.kind), record.values as Record<string, unknown>);
  const ids = new Set(links.map(({ to }) => to));
  const kinds = dossierKinds.filter((kind) => links.some(({ toKind }) => toKind === kind));
  const [referrers, ...referred] = await Promise.all([
    referrersOf(record.id, record.kind),
    ...kinds.map((kind) => recordsOf(dossier.id, kind)),
  ]);
  return (kind) => [
    ...referred
      .flat()
      .filter((one) => one.kind === kind && ids.has(one.id))
      .map((one) => ({ href: pathTo(setting, one), title: one.title })),
    ...referrers
      .filter((one) => one.kind === kind)
      .map((one) => ({
        href: pathTo({ locale: setting.locale, slug: one.dossierSlug }, one),
        title: one.title,
      })),
  ];
}
