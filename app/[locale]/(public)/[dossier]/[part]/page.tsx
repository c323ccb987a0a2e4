import { notFound } from "next/navigation";
import type { KindView } from "@/components/public/kind-view";
import { dossierKinds, viewOf } from "@/components/public/views";
import { type DossierKindKey, kindAtPath } from "@/lib/domain/kinds/registry";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { recordsOf } from "@/lib/published/records";
import { described, latestChange, notesOf } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";

async function open(props: Props<"dossier" | "part">) {
  const { part } = await props.params;
  const kind = dossierKinds.find((one) => one === kindAtPath(part));
  // The view is that of the kind asked for, which a union of all cannot say.
  const view = kind && (viewOf(kind) as KindView<DossierKindKey>).list;
  if (!kind || !view) notFound();
  return { ...(await openPart(props, part)), part, kind, view };
}

/** What the list of a kind says of itself; narrowed and regrouped lists count as the whole one. */
export async function generateMetadata(props: Props<"dossier" | "part">) {
  const { locale, dossier, part, title, description } = await open(props);
  const { slug } = dossier.setting;
  return pageMetadata({ locale, title, description, path: `/${slug}/${part}`, feed: `/${slug}/feed.atom` });
}

/** A dossier's records of one kind, as the address asks for them. */
export default async function ListPage(props: Props<"dossier" | "part">) {
  const { dossier, t, part, kind, view, title, description } = await open(props);
  const { setting, record } = dossier;
  const [records, query] = await Promise.all([recordsOf(record.id, kind), props.searchParams]);
  const changed = latestChange(records);
  const notes = await notesOf(
    dossier,
    view.shown(records, query, setting).map(({ id, values }) => ({ key: id, citations: values.citations })),
  );
  return (
    <PartPage
      dossier={dossier}
      changed={changed}
      part={part}
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={notes}
      described={[
        listDatasetLd(described(dossier, notes), {
          path: part,
          name: title,
          description,
          updatedAt: changed,
          years: view.years?.(records),
        }),
      ]}
      lists={[part]}
    >
      <view.Body records={records} query={query} setting={setting} notes={notes} />
    </PartPage>
  );
}
