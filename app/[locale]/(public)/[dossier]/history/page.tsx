import { chronicleKey, dossierChronicle } from "@/components/public/history/chronicle";
import { ChronicleList } from "@/components/public/history/chronicle-list";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { YearLanes } from "@/components/public/lanes/year-lanes";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { site } from "@/lib/site";
import { latestChange, notesOf } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";
import { recordsTogether } from "../records";

/** What the page of a dossier's history says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, title, description } = await openPart(props, "history");
  const { slug } = dossier.setting;
  return pageMetadata({ locale, title, description, path: `/${slug}/history`, feed: `/${slug}/feed.atom` });
}

/** A dossier's history: the years at a glance, then everything dated in the order in which it happened. */
export default async function HistoryPage(props: Props<"dossier">) {
  const { locale, dossier, t, a, b, title, description } = await openPart(props, "history");
  const { setting, record, name } = dossier;
  const records = await recordsTogether(record.id);
  const items = dossierChronicle(records);
  const changed = latestChange(Object.values(records).flat());
  const notes = await notesOf(
    dossier,
    items.map((item) => ({ key: chronicleKey(item.record.id), citations: item.record.values.citations })),
  );
  return (
    <PartPage
      dossier={dossier}
      changed={changed}
      part="history"
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={notes}
      described={[
        listDatasetLd(
          { site: site(), dossier: name, locale },
          { path: "history", name: title, description, updatedAt: changed },
        ),
      ]}
      lists={["history"]}
    >
      {items.length === 0 ? (
        <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
      ) : (
        <div className="grid gap-14">
          <YearLanes records={records} setting={setting} />
          <ChronicleList items={items} setting={setting} notes={notes} whole />
        </div>
      )}
    </PartPage>
  );
}
