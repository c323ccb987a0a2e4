import { NotRecorded } from "@/components/public/frame/not-recorded";
import { SourceLine } from "@/components/public/sources/source-line";
import { sourcesOf } from "@/lib/published/sources";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described, latestChange } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";

/** What the page of a dossier's sources says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, title, description } = await openPart(props, "sources");
  const { slug } = dossier.setting;
  return pageMetadata({ locale, title, description, path: `/${slug}/sources`, feed: `/${slug}/feed.atom` });
}

const noNotes = { marks: {}, list: [] };

/** Every source of a dossier by its number, with how many records cite it. */
export default async function SourcesPage(props: Props<"dossier">) {
  const { dossier, t, title, description } = await openPart(props, "sources");
  const { setting, record } = dossier;
  const sources = await sourcesOf(record.id);
  const changed = latestChange(sources.map(({ source }) => source));
  return (
    <PartPage
      dossier={dossier}
      changed={changed}
      part="sources"
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={noNotes}
      described={[
        listDatasetLd(described(dossier, noNotes), {
          path: "sources",
          name: title,
          description,
          updatedAt: changed,
        }),
      ]}
      lists={["sources"]}
    >
      {sources.length === 0 ? (
        <NotRecorded setting={setting}>{t("none")}</NotRecorded>
      ) : (
        <ol className="border-t border-ink">
          {sources.map(({ number, source, citedBy }) => (
            <li
              key={source.id}
              value={number}
              className="entry border-b border-rule py-4 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8"
            >
              <p className="label pt-0.5">
                <span className="figures mr-4 text-accent">[{number}]</span>
                {t("citedCount", { count: new Set(citedBy.map(({ id }) => id)).size })}
              </p>
              <p className="max-w-measure">
                <SourceLine source={source} setting={setting} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </PartPage>
  );
}
