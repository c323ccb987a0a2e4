import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MarginSection } from "@/components/public/frame/margin-section";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { partPath } from "@/components/public/frame/setting";
import { PeriodHeading } from "@/components/public/periods/period-heading";
import { titleOfPeriod } from "@/components/public/periods/period-name";
import { PeriodNav } from "@/components/public/periods/period-nav";
import { ReportLink } from "@/components/public/report/report-link";
import { UnderReview } from "@/components/public/report/under-review";
import { SideSign } from "@/components/public/frame/side";
import { byPeriod } from "@/components/public/trade/trade-figures";
import { OtherFigures } from "@/components/public/trade/other-figures";
import { TradePanels } from "@/components/public/trade/trade-panels";
import { productsUse, TradeProductsView } from "@/components/public/trade/trade-products-view";
import { TradeSentences } from "@/components/public/trade/trade-sentences";
import { summaryOf } from "@/components/public/trade/trade-summary";
import { TradeTable } from "@/components/public/trade/trade-table";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { sideOf } from "@/lib/domain/sides";
import { canonicalPeriod, LIST_PAGE, openPeriod, periodQuery, readPeriod } from "@/lib/domain/list-periods";
import type { PublishedRecord } from "@/lib/domain/published";
import { noteTags } from "@/lib/published/note-tags";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described, emptyAt, latestChange, notesOf } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { titledAsStood } from "../../stood";
import { PartPage } from "../part-page";
import { Standings, standingUse } from "../standings";

const tradeKinds = ["tradeYear", "tradeProducts"] as const;
/** As many years as a chart has room for. */
const longestChart = 60;

async function open(props: Props<"dossier">) {
  const [part, query] = await Promise.all([openPart(props, "trade", tradeKinds), props.searchParams]);
  const listed = { kinds: tradeKinds };
  const { reads } = part.dossier;
  const [counts, years] = await Promise.all([
    reads.countsByYear(listed),
    reads.countsByYear({ kinds: ["tradeYear"] }),
  ]);
  const asked = readPeriod(query);
  const period = openPeriod(counts, asked) ?? emptyAt(part.dossier, asked);
  if (!period) notFound();
  return { ...part, listed, counts, period, years: years.years.map(({ year }) => year) };
}

/** What the page of a dossier's trade says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const [{ locale, dossier, title, description, counts, period }, words] = await Promise.all([
    open(props),
    getTranslations("periods"),
  ]);
  const { slug } = dossier.setting;
  const canonical = canonicalPeriod(counts, period);
  return pageMetadata({
    locale,
    ...(await titledAsStood(dossier, titleOfPeriod(title, canonical, words))),
    description,
    path: `/${slug}/trade${periodQuery(canonical)}`,
    feed: `/${slug}/feed.atom`,
  });
}

/**
 * A dossier's trade: the chart, the same as a table, and the products of each direction. Where there is too much for a
 * page, table and products are those of a decade, and the chart too where it has no room for all years.
 */
export default async function TradePage(props: Props<"dossier">) {
  const { dossier, t, a, b, title, description, listed, counts, period, years: allYears } = await open(props);
  const { setting, record, reads } = dossier;
  const isWhole = period.span === "all";
  const [shown, undated, figures] = await Promise.all([
    reads.recordsIn(listed, period.span),
    isWhole || period.span === "undated" ? [] : reads.recordsIn(listed, "undated"),
    isWhole || allYears.length > longestChart ? null : reads.tradeFigures(),
  ]);
  const records = [...shown, ...undated];
  const years = records.filter((one) => isOf("tradeYear", one));
  const products = records.filter((one) => isOf("tradeProducts", one));
  // A list of products is read here alone.
  noteTags(...products.map(({ id }) => cacheTag.underReview(id)));
  const inOrder = byPeriod(years, setting);
  const summary = summaryOf(figures ?? years, setting);
  const changed = latestChange(records);
  const notes = await notesOf(dossier, [
    standingUse(record),
    ...inOrder.flatMap((year) =>
      year.records.map(({ id, values }) => ({ key: id, citations: values.citations })),
    ),
    ...products.map(productsUse),
  ]);
  const directions = [
    { side: "a", code: setting.parties[0], from: a, to: b },
    { side: "b", code: setting.parties[1], from: b, to: a },
  ] as const;
  return (
    <PartPage
      dossier={dossier}
      changed={changed}
      part="trade"
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={notes}
      described={[
        listDatasetLd(described(dossier, notes), {
          path: "trade",
          name: title,
          description,
          updatedAt: changed,
          years: allYears,
        }),
      ]}
      lists={["trade", "products"]}
    >
      <div className="grid gap-14">
        {allYears.length === 0 ? (
          <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
        ) : (
          <MarginSection id="by-year" heading={t("byYear")}>
            <div className="grid gap-8">
              {summary && <TradeSentences summary={summary} setting={setting} notes={notes} />}
              <TradePanels records={figures ?? years} setting={setting} />
              <OtherFigures records={years} />
              {counts.all > LIST_PAGE && (
                <PeriodNav
                  counts={{ ...counts, undated: 0 }}
                  open={period}
                  href={(to) => partPath(setting, "trade", periodQuery(to))}
                />
              )}
              {!isWhole && <PeriodHeading open={{ ...period, count: years.length }} />}
              <div className="min-w-0">
                <TradeTable records={years} setting={setting} notes={notes} />
              </div>
            </div>
          </MarginSection>
        )}
        <Standings record={record} notes={notes} />
        {directions.map(({ side, code, from, to }) => {
          const lists = products.filter(({ values }) => sideOf(values.exporter, setting) === side);
          return (
            <MarginSection
              key={code}
              id={`products-${side}`}
              heading={
                <>
                  <SideSign side={side} />
                  {t("productsOf", { from, to })}
                </>
              }
            >
              {lists.length === 0 ? (
                <NotRecorded setting={setting}>{t("productsNone", { from, to })}</NotRecorded>
              ) : (
                <div className="grid gap-8">
                  {lists.map((one) => (
                    <div key={one.id} id={one.slug}>
                      <UnderReview since={one.underReviewSince} />
                      <TradeProductsView record={one} notes={notes} />
                      {!dossier.stood && (
                        <p className="mt-4 font-sans text-label">
                          <ReportLink id={one.id} locale={setting.locale} of="products" />
                        </p>
                      )}
                    </div>
                  ))}
                </div>
              )}
            </MarginSection>
          );
        })}
      </div>
    </PartPage>
  );
}

function isOf<K extends DossierKindKey>(kind: K, record: PublishedRecord): record is PublishedRecord<K> {
  return record.kind === kind;
}
