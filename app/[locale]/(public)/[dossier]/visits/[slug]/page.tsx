import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { countryName } from "@/lib/domain/countries";
import { showPartialDate } from "@/lib/domain/partial-date";
import { filled, notesFor } from "@/components/public/notes/notes";
import { pathTo } from "@/components/public/frame/setting";
import { visitFields, VisitView } from "@/components/public/visits/visit-view";
import { recordBySlug, recordsOf } from "@/lib/published/records";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { described, isSlug, openDossier } from "../../../open-dossier";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { RecordPage } from "../../record-page";

async function open(props: Props<"dossier" | "slug">) {
  const { locale, dossier: dossierSlug, slug } = await props.params;
  const dossier = await openDossier(locale, dossierSlug, `visits/${slug}`);
  const record = isSlug(slug) ? await recordBySlug(dossier.record.id, "visit", slug) : null;
  if (!record) notFound();
  const t = await getTranslations("visits");
  const { visitor, to } = record.values;
  return { locale, dossier, record, t, title: t("recordTitle", { visitor, to: countryName(to, locale) }) };
}

/** What the page of a visit says of itself. */
export async function generateMetadata(props: Props<"dossier" | "slug">) {
  const { locale, dossier, record, t, title } = await open(props);
  const { type, from, to, began, visitor, office } = record.values;
  const kind = t("kindLine", { type, from: countryName(from, locale), to: countryName(to, locale) });
  return pageMetadata({
    locale,
    title,
    description: t("recordDescription", { kind, date: showPartialDate(began, locale), visitor, office }),
    path: pathTo({ locale: "en", slug: dossier.setting.slug }, record),
    type: "article",
    published: record.publishedAt,
    changed: record.updatedAt,
    feed: `/${dossier.setting.slug}/feed.atom`,
  });
}

/** One visit. */
export default async function VisitPage(props: Props<"dossier" | "slug">) {
  const { dossier, record, title } = await open(props);
  const { setting, sources } = dossier;
  const kinds = await getTranslations("changes.kinds");
  const agreements = (await recordsOf(dossier.record.id, "agreement")).filter(({ id }) =>
    record.values.agreements.includes(id),
  );
  const notes = notesFor(sources, [
    { key: record.id, citations: record.values.citations, fields: filled(record.values, visitFields) },
  ]);
  return (
    <RecordPage
      dossier={dossier}
      part="visits"
      eyebrow={kinds("visit")}
      title={title}
      href={pathTo(setting, record)}
      notes={notes}
      cites={record.id}
      record={record}
      described={[recordLd(record, described(dossier, notes))]}
    >
      <VisitView
        record={record}
        setting={setting}
        notes={notes}
        agreements={agreements.map((one) => ({ href: pathTo(setting, one), title: one.title }))}
      />
    </RecordPage>
  );
}
