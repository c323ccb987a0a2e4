import { notesFor } from "@/components/public/notes/notes";
import type { PublishedRecord } from "@/lib/domain/published";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { partPath } from "@/components/public/frame/setting";
import { PageNav } from "@/components/public/periods/page-nav";
import { titleOfPage } from "@/components/public/periods/period-name";
import { SourceLine } from "@/components/public/sources/source-line";
import { countedWords } from "@/lib/domain/capped-count";
import { periodQuery, readPeriod } from "@/lib/domain/list-periods";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { dossierKinds } from "@/components/public/views";
import { described, latestChange } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { titledAsStood } from "../../stood";
import { PartPage } from "../part-page";

async function open(props: Props<"dossier">) {
  const [part, query] = await Promise.all([openPart(props, "sources", dossierKinds), props.searchParams]);
  const { page } = readPeriod(query);
  const found = await part.dossier.reads.sourcesPage(page);
  if (page > 1 && found.sources.length === 0 && !part.dossier.stood) notFound();
  return { ...part, ...found, page };
}

/** What the page of a dossier's sources says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const [{ locale, dossier, title, description, page }, words] = await Promise.all([
    open(props),
    getTranslations("periods"),
  ]);
  const { slug } = dossier.setting;
  return pageMetadata({
    locale,
    ...(await titledAsStood(dossier, titleOfPage(title, page, words))),
    description,
    path: `/${slug}/sources${periodQuery({ span: null, page })}`,
    feed: `/${slug}/feed.atom`,
  });
}

const noNotes = notesFor<PublishedRecord<"source">>([], []);

/** A dossier's sources by their numbers, with how many records cite each: so many numbers to a page. */
export default async function SourcesPage(props: Props<"dossier">) {
  const { dossier, t, title, description, sources, all, page, pages } = await open(props);
  const { setting } = dossier;
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
      {all.count === 0 ? (
        <NotRecorded setting={setting}>{t("none")}</NotRecorded>
      ) : (
        <div className="grid gap-8">
          {pages > 1 && <p className="label -mb-4">{t("allCited", countedWords(all))}</p>}
          <ol className="border-t border-ink">
            {sources.map(({ number, source, citedBy }) => (
              <li
                key={source.id}
                value={number}
                className="entry border-b border-rule py-4 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8"
              >
                <p className="label pt-0.5">
                  <span className="figures mr-4 text-accent">[{number}]</span>
                  {t("citedCount", countedWords(citedBy))}
                </p>
                <p className="max-w-measure">
                  <SourceLine source={source} setting={setting} />
                </p>
              </li>
            ))}
          </ol>
          <PageNav
            page={page}
            pages={pages}
            href={(to) => partPath(setting, "sources", periodQuery({ span: null, page: to }))}
          />
        </div>
      )}
    </PartPage>
  );
}
