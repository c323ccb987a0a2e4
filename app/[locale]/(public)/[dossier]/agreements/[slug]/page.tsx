import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { agreementFields, AgreementView } from "@/components/public/agreements/agreement-view";
import { filled, notesFor } from "@/components/public/notes/notes";
import { partyNames, pathTo } from "@/components/public/frame/setting";
import { recordBySlug } from "@/lib/published/records";
import { referrersOf } from "@/lib/published/references";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { described, isSlug, openDossier } from "../../../open-dossier";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { RecordPage } from "../../record-page";

async function open(props: Props<"dossier" | "slug">) {
  const { locale, dossier: dossierSlug, slug } = await props.params;
  const dossier = await openDossier(locale, dossierSlug, `agreements/${slug}`);
  const record = isSlug(slug) ? await recordBySlug(dossier.record.id, "agreement", slug) : null;
  if (!record) notFound();
  const word = await getTranslations("choices");
  return { locale, dossier, record, type: word(record.values.type) };
}

/** What the page of an agreement says of itself. */
export async function generateMetadata(props: Props<"dossier" | "slug">) {
  const { locale, dossier, record, type } = await open(props);
  const t = await getTranslations("agreements");
  const [a, b] = partyNames(dossier.setting);
  return pageMetadata({
    locale,
    title: record.values.shortTitle ?? record.title,
    description: record.values.note ?? t("recordDescription", { type, a, b }),
    path: pathTo({ locale: "en", slug: dossier.setting.slug }, record),
    type: "article",
    published: record.publishedAt,
    changed: record.updatedAt,
    feed: `/${dossier.setting.slug}/feed.atom`,
  });
}

/** One agreement. */
export default async function AgreementPage(props: Props<"dossier" | "slug">) {
  const { locale, dossier, record } = await open(props);
  const kinds = await getTranslations("changes.kinds");
  const { setting, sources } = dossier;
  const visits = await referrersOf(record.id);
  const notes = notesFor(sources, [
    { key: record.id, citations: record.values.citations, fields: filled(record.values, agreementFields) },
  ]);
  return (
    <RecordPage
      dossier={dossier}
      part="agreements"
      eyebrow={kinds("agreement")}
      title={record.title}
      href={pathTo(setting, record)}
      notes={notes}
      cites={record.id}
      record={record}
      described={[recordLd(record, described(dossier, notes))]}
    >
      <AgreementView
        record={record}
        setting={setting}
        notes={notes}
        visits={visits.map((visit) => ({
          href: pathTo({ locale, slug: visit.dossierSlug }, visit),
          title: visit.title,
        }))}
      />
    </RecordPage>
  );
}
