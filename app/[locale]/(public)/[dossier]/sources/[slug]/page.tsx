import { notesFor } from "@/components/public/notes/notes";
import type { PublishedRecord } from "@/lib/domain/published";
import { getTranslations } from "next-intl/server";
import type { Linked } from "@/components/public/frame/linked";
import { pairName, pathTo } from "@/components/public/frame/setting";
import { SourceView } from "@/components/public/sources/source-view";
import { tagBeside } from "@/lib/domain/languages";
import { besides } from "@/lib/domain/capped-count";
import { sourceBySlug } from "@/lib/published/cited-sources";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { recordPath } from "@/lib/record-paths";
import { described, isSlug, movedOrNotFound, openDossier } from "../../../open-dossier";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { filesOf } from "../../files-of";
import { RecordPage } from "../../record-page";

async function open(props: Props<"dossier" | "slug">) {
  const { locale, dossier: dossierSlug, slug } = await props.params;
  const dossier = await openDossier(locale, dossierSlug, `sources/${slug}`);
  const found = isSlug(slug) ? await sourceBySlug(dossier.record.id, slug) : null;
  if (!found)
    return movedOrNotFound(locale, { dossierId: null, kind: "source", slug }, (now) =>
      recordPath(dossier.setting.slug, { kind: "source", slug: now }),
    );
  return { locale, dossier, found, t: await getTranslations("sources") };
}

/** What the page of a source says of itself. */
export async function generateMetadata(props: Props<"dossier" | "slug">) {
  const { locale, dossier, found, t } = await open(props);
  const pair = pairName(dossier.setting);
  return pageMetadata({
    locale,
    // A source is often named like what it is about, which has a page of its own.
    title: t("recordTitle", { title: found.source.title, pair }),
    description: t("recordDescription", { pair }),
    path: pathTo({ locale: "en", slug: dossier.setting.slug }, found.source),
    type: "article",
    published: found.source.publishedAt,
    changed: found.source.updatedAt,
    feed: `/${dossier.setting.slug}/feed.atom`,
  });
}

const noNotes = notesFor<PublishedRecord<"source">>([], []);

/** One source, and which records of the dossier cite it. */
export default async function SourcePage(props: Props<"dossier" | "slug">) {
  const { dossier, found, t } = await open(props);
  const { setting } = dossier;
  const [kinds, files] = await Promise.all([getTranslations("changes.kinds"), filesOf(found.source.values)]);
  const citedBy = found.citing.map((record): Linked => ({
    href: pathTo(setting, record),
    title: record.title,
    kind: kinds(record.kind),
  }));
  return (
    <RecordPage
      dossier={dossier}
      part="sources"
      eyebrow={t("number", { number: found.number })}
      title={found.source.title}
      lang={tagBeside(found.source.values.language, setting.locale)}
      href={pathTo(setting, found.source)}
      notes={noNotes}
      record={found.source}
      described={[recordLd(found.source, { ...described(dossier, noNotes), files })]}
    >
      <SourceView
        record={found.source}
        files={files}
        citedBy={citedBy}
        more={besides(found.all, citedBy.length)}
      />
    </RecordPage>
  );
}
