import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { countryName } from "@/lib/domain/countries";
import { missionFields, MissionView } from "@/components/public/missions/mission-view";
import { filled, notesFor } from "@/components/public/notes/notes";
import { pathTo } from "@/components/public/frame/setting";
import { recordBySlug } from "@/lib/published/records";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { described, isSlug, openDossier } from "../../../open-dossier";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { RecordPage } from "../../record-page";

async function open(props: Props<"dossier" | "slug">) {
  const { locale, dossier: dossierSlug, slug } = await props.params;
  const dossier = await openDossier(locale, dossierSlug, `missions/${slug}`);
  const record = isSlug(slug) ? await recordBySlug(dossier.record.id, "mission", slug) : null;
  if (!record) notFound();
  const [t, word] = await Promise.all([getTranslations("missions"), getTranslations("choices")]);
  const { type, sending, city } = record.values;
  const named = {
    type: type === "other" ? t("ofOtherType") : word(type),
    sending: countryName(sending, locale),
    city,
  };
  return {
    locale,
    dossier,
    record,
    title: t("recordTitle", named),
    says: t("recordDescription", named),
  };
}

/** What the page of a mission says of itself. */
export async function generateMetadata(props: Props<"dossier" | "slug">) {
  const { locale, dossier, record, title, says } = await open(props);
  return pageMetadata({
    locale,
    title,
    description: says,
    path: pathTo({ locale: "en", slug: dossier.setting.slug }, record),
    type: "article",
    published: record.publishedAt,
    changed: record.updatedAt,
    feed: `/${dossier.setting.slug}/feed.atom`,
  });
}

/** One mission. */
export default async function MissionPage(props: Props<"dossier" | "slug">) {
  const { dossier, record, title } = await open(props);
  const kinds = await getTranslations("changes.kinds");
  const { setting, sources } = dossier;
  const notes = notesFor(sources, [
    { key: record.id, citations: record.values.citations, fields: filled(record.values, missionFields) },
  ]);
  return (
    <RecordPage
      dossier={dossier}
      part="missions"
      eyebrow={kinds("mission")}
      title={title}
      href={pathTo(setting, record)}
      notes={notes}
      cites={record.id}
      record={record}
      described={[recordLd(record, described(dossier, notes))]}
    >
      <MissionView record={record} setting={setting} notes={notes} />
    </RecordPage>
  );
}
