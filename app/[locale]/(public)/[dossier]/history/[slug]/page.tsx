import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { eventFields, EventView } from "@/components/public/history/event-view";
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
  const dossier = await openDossier(locale, dossierSlug, `history/${slug}`);
  const record = isSlug(slug) ? await recordBySlug(dossier.record.id, "event", slug) : null;
  if (!record) notFound();
  return { locale, dossier, record };
}

/** What the page of an event says of itself. */
export async function generateMetadata(props: Props<"dossier" | "slug">) {
  const { locale, dossier, record } = await open(props);
  return pageMetadata({
    locale,
    title: record.title,
    description: record.values.text,
    path: pathTo({ locale: "en", slug: dossier.setting.slug }, record),
    type: "article",
    published: record.publishedAt,
    changed: record.updatedAt,
    feed: `/${dossier.setting.slug}/feed.atom`,
  });
}

/** One event. */
export default async function EventPage(props: Props<"dossier" | "slug">) {
  const { dossier, record } = await open(props);
  const kinds = await getTranslations("changes.kinds");
  const { setting, sources } = dossier;
  const notes = notesFor(sources, [
    { key: record.id, citations: record.values.citations, fields: filled(record.values, eventFields) },
  ]);
  return (
    <RecordPage
      dossier={dossier}
      part="history"
      eyebrow={kinds("event")}
      title={record.title}
      href={pathTo(setting, record)}
      notes={notes}
      record={record}
      described={[recordLd(record, described(dossier, notes))]}
    >
      <EventView record={record} notes={notes} />
    </RecordPage>
  );
}
