import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { KindView } from "@/components/public/kind-view";
import { NeighbourLinks } from "@/components/public/frame/neighbour-links";
import { filled } from "@/components/public/notes/notes";
import { titleOf } from "@/components/public/frame/name";
import { pathTo } from "@/components/public/frame/setting";
import { dossierKinds, viewOf } from "@/components/public/views";
import { type DossierKindKey, kindAtPath } from "@/lib/domain/kinds/registry";
import { type Neighbour, neighboursOf } from "@/lib/published/neighbours";
import { recordBySlug } from "@/lib/published/records";
import type { Around } from "@/components/public/frame/linked";
import { siteUrl } from "@/lib/site";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { recordPath } from "@/lib/record-paths";
import {
  described,
  isSlug,
  movedOrNotFound,
  notesOf,
  openDossier,
  withSubjects,
} from "../../../open-dossier";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { aroundRecord } from "../../around-record";
import { linkedTo } from "../../linked-to";
import { filesOf } from "../../files-of";
import { RecordPage } from "../../record-page";

type Segments = "dossier" | "part" | "slug";

async function open(props: Props<Segments>) {
  const { locale, dossier: dossierSlug, part, slug } = await props.params;
  const kind = dossierKinds.find((one) => one === kindAtPath(part));
  // The view is that of the kind asked for, which a union of all cannot say.
  const view = kind && (viewOf(kind) as KindView<DossierKindKey>);
  if (!kind || !view?.page) notFound();
  const dossier = await withSubjects(await openDossier(locale, dossierSlug, `${part}/${slug}`), kind);
  const record = isSlug(slug) ? await recordBySlug(dossier.record.id, kind, slug) : null;
  if (!record)
    return movedOrNotFound(locale, { dossierId: dossier.record.id, kind, slug }, (now) =>
      recordPath(dossier.setting.slug, { kind, slug: now }),
    );
  const words = await viewWords(part);
  const heading = view.page.heading(record, words, dossier.setting);
  const short = view.page.short?.(record.values);
  return { locale, dossier, record, part, kind, view, page: view.page, words, heading, short };
}

const viewWords = cache(async (part: string) => {
  const [say, choice] = await Promise.all([getTranslations(part), getTranslations("choices")]);
  return { say, choice };
});

/** What the page of a record says of itself. */
export async function generateMetadata(props: Props<Segments>) {
  const { locale, dossier, record, page, words, heading, short } = await open(props);
  return pageMetadata({
    locale,
    title: short ?? heading,
    description: page.description(record, words, dossier.setting),
    path: pathTo({ locale: "en", slug: dossier.setting.slug }, record),
    type: "article",
    published: record.publishedAt,
    changed: record.updatedAt,
    feed: `/${dossier.setting.slug}/feed.atom`,
  });
}

/** The whole addresses of the people that a record names, by their ids. */
const addressesIn = ({ people }: Around) => new Map([...people].map(([id, { href }]) => [id, siteUrl(href)]));

/** One record of any kind that has a page of its own. */
export default async function OneRecordPage(props: Props<Segments>) {
  const { dossier, record, part, kind, view, heading, short } = await open(props);
  const [kindNames, linked, around, files, neighbours] = await Promise.all([
    getTranslations("changes.kinds"),
    linkedTo(dossier, record),
    aroundRecord(dossier, record),
    filesOf(record.values),
    neighboursOf(record),
  ]);
  const { setting } = dossier;
  const wayTo = (one: Neighbour | null) =>
    one && { href: pathTo(setting, { kind, slug: one.slug }), title: titleOf({ kind, title: one.title }) };
  const notes = await notesOf(dossier, [
    { key: record.id, citations: record.values.citations, fields: filled(record.values, view.fields) },
  ]);
  return (
    <RecordPage
      dossier={dossier}
      part={part}
      eyebrow={kindNames(kind)}
      title={titleOf({ kind, title: heading })}
      short={short}
      href={pathTo(setting, record)}
      notes={notes}
      cites={view.citesItself ? undefined : record.id}
      record={record}
      described={[
        recordLd(record, {
          ...described(dossier, notes),
          related: linked("agreement"),
          people: addressesIn(around),
          files,
        }),
      ]}
    >
      <view.Whole
        record={record}
        setting={setting}
        notes={notes}
        linked={linked}
        around={around}
        files={files}
      />
      <NeighbourLinks earlier={wayTo(neighbours.earlier)} later={wayTo(neighbours.later)} />
    </RecordPage>
  );
}
