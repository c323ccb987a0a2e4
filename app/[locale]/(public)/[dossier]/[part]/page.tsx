import { getTranslations } from "next-intl/server";
import { partPath } from "@/components/public/frame/setting";
import { PageNav } from "@/components/public/periods/page-nav";
import { PeriodHeading } from "@/components/public/periods/period-heading";
import { PeriodNav } from "@/components/public/periods/period-nav";
import { titleOfPeriod } from "@/components/public/periods/period-name";
import { type AskedPeriod, canonicalPeriod, LIST_PAGE, periodQuery } from "@/lib/domain/list-periods";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described, latestChange, notesOf } from "../../open-dossier";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { titledAsStood } from "../../stood";
import { PartPage } from "../part-page";
import { openList, otherQuery, recordsOfList } from "./open-list";

/** What the list of a kind says of itself; narrowed and regrouped lists count as the whole one, a period as itself. */
export async function generateMetadata(props: Props<"dossier" | "part">) {
  const [list, words] = await Promise.all([openList(props), getTranslations("periods")]);
  const { locale, dossier, part, title, description, counts, period, isNarrowed } = list;
  const { slug } = dossier.setting;
  const canonical = isNarrowed ? { span: null, page: 1 } : canonicalPeriod(counts, period);
  return pageMetadata({
    locale,
    ...(await titledAsStood(dossier, titleOfPeriod(title, canonical, words))),
    description,
    path: `/${slug}/${part}${periodQuery(canonical)}`,
    feed: `/${slug}/feed.atom`,
  });
}

/** A dossier's records of one kind, as the address asks for them: all where they have room, else a period of them. */
export default async function ListPage(props: Props<"dossier" | "part">) {
  const list = await openList(props);
  const { dossier, t, part, view, query, counts, asked, period, tally, title, description } = list;
  const { setting } = dossier;
  const records = await recordsOfList(list);
  const changed = latestChange(records);
  const notes = await notesOf(
    dossier,
    view.shown(records, query, setting).map(({ id, values }) => ({ key: id, citations: values.citations })),
  );
  const href = (to: AskedPeriod) => partPath(setting, part, periodQuery(to, otherQuery(query)));
  const isLong = counts.all > LIST_PAGE;
  const hasPeriods = isLong || (asked.span !== null && !view.offersYears);
  const hasHeading = hasPeriods && !tally.isFolded;
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
          years: view.offersYears && tally.years,
        }),
      ]}
      lists={[part]}
    >
      <div className="grid gap-8">
        {hasPeriods && (
          <PeriodNav
            counts={counts}
            open={tally.isFolded ? { ...period, span: "all" } : period}
            href={href}
          />
        )}
        {hasHeading && <PeriodHeading open={period} />}
        <div>
          <view.Body records={records} tally={tally} query={query} setting={setting} notes={notes} />
        </div>
        <PageNav
          page={period.page}
          pages={tally.isFolded ? 1 : period.pages}
          href={(page) => href({ span: period.span, page })}
        />
      </div>
    </PartPage>
  );
}
