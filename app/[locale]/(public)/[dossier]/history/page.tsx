import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { chronicleKey, chronicleOf, joinedToHosts, toldKinds } from "@/components/public/history/chronicle";
import { ChronicleList } from "@/components/public/history/chronicle-list";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { partPath } from "@/components/public/frame/setting";
import { YearLanes } from "@/components/public/lanes/year-lanes";
import { PageNav } from "@/components/public/periods/page-nav";
import { titleOfPeriod } from "@/components/public/periods/period-name";
import { PeriodNav } from "@/components/public/periods/period-nav";
import {
  type AskedPeriod,
  canonicalPeriod,
  LIST_PAGE,
  openPeriod,
  periodQuery,
  readPeriod,
} from "@/lib/domain/list-periods";
import { chronicleCounts } from "@/lib/domain/year-counts";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { site } from "@/lib/site";
import { dossierKinds } from "@/components/public/views";
import { emptyAt, latestChange, notesOf } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { titledAsStood } from "../../stood";
import { PartPage } from "../part-page";
import { besideLanes, byKind, countedYears } from "../records";

/** The dossier, and the period of its history that the address asks for. */
async function open(props: Props<"dossier">) {
  const [opened, query] = await Promise.all([openPart(props, "history", dossierKinds), props.searchParams]);
  const { counts, ...lanes } = await countedYears(opened.dossier);
  const told = chronicleCounts(counts, toldKinds);
  const period = openPeriod(told, readPeriod(query)) ?? emptyAt(opened.dossier, readPeriod(query));
  if (!period) notFound();
  return { ...opened, told, period, lanes };
}

/** What the page of a dossier's history says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const [opened, words] = await Promise.all([open(props), getTranslations("periods")]);
  const { locale, dossier, title, description, told, period } = opened;
  const { slug } = dossier.setting;
  const canonical = canonicalPeriod(told, period);
  return pageMetadata({
    locale,
    ...(await titledAsStood(dossier, titleOfPeriod(title, canonical, words))),
    description,
    path: `/${slug}/history${periodQuery(canonical)}`,
    feed: `/${slug}/feed.atom`,
  });
}

/**
 * A dossier's history: the years at a glance, then everything dated in the order in which it happened; of a long one
 * a decade, a year or a page of it.
 */
export default async function HistoryPage(props: Props<"dossier">) {
  const { locale, dossier, t, a, b, title, description, told, period, lanes } = await open(props);
  const { setting, reads, name } = dossier;
  const { span, page } = period;
  const shown = await reads.shownRecords({
    marks: lanes.marks,
    chronicle: { told: toldKinds, span, page, most: LIST_PAGE },
  });
  const { reaches, hosts, changed: now } = await besideLanes(dossier, shown);
  const items = joinedToHosts(chronicleOf(shown.chronicle), hosts);
  const changed = latestChange(shown.chronicle);
  const notes = await notesOf(
    dossier,
    items
      .flatMap((item) => [item, ...(item.joined ?? [])])
      .map((item) => ({ key: chronicleKey(item.record.id), citations: item.record.values.citations })),
  );
  const href = (asked: AskedPeriod) => partPath(setting, "history", periodQuery(asked));
  const pages = <PageNav {...period} href={(number) => href({ span, page: number })} />;
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
      {told.all === 0 ? (
        <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
      ) : (
        <div className="grid gap-14">
          <YearLanes
            tallies={lanes.tallies}
            reaches={reaches}
            hosts={hosts}
            records={byKind(shown.marks)}
            setting={setting}
            now={now}
          />
          <div className="grid gap-8">
            {span !== "all" && <PeriodNav counts={told} open={period} href={href} />}
            {pages}
            <ChronicleList items={items} setting={setting} notes={notes} whole />
            {pages}
          </div>
        </div>
      )}
    </PartPage>
  );
}
