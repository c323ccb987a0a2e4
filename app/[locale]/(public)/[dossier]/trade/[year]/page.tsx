import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Cite } from "@/components/public/sources/cite";
import { MarginSection } from "@/components/public/frame/margin-section";
import { filled } from "@/components/public/notes/notes";
import { reportedAs } from "@/components/public/trade/reporter";
import { partPath, partiesInText } from "@/components/public/frame/setting";
import { inReporterOrder } from "@/components/public/trade/trade-figures";
import { statesInText } from "@/components/public/trade/trading-states";
import { MirrorLedger } from "@/components/public/trade/mirror-ledger";
import { mirrorOf } from "@/lib/domain/mirror";
import { productsUse, TradeProductsView } from "@/components/public/trade/trade-products-view";
import { tradeYearFields, TradeYearView } from "@/components/public/trade/trade-year-view";
import { ReportLink } from "@/components/public/report/report-link";
import { UnderReview } from "@/components/public/report/under-review";
import { readPeriodAddress, showPeriod, splitSlug } from "@/lib/domain/trade-period";
import { sideOf } from "@/lib/domain/sides";
import { noteTags } from "@/lib/published/note-tags";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { PublishedRecord } from "@/lib/domain/published";
import { recordLd } from "@/lib/exchange/json-ld-records";
import { described, notesOf, openDossierAt } from "../../../open-dossier";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { titledAsStood } from "../../../stood";
import { RecordPage } from "../../record-page";
import { OtherYears } from "./other-years";

async function open(props: Props<"dossier" | "year">) {
  const { locale, dossier: dossierSlug, year: typed } = await props.params;
  const dossier = await openDossierAt(
    { locale, slug: dossierSlug, below: `trade/${typed}` },
    await props.searchParams,
    ["tradeYear", "tradeProducts"],
    typed,
  );
  const period = readPeriodAddress(typed);
  const ofYear = period ? await dossier.reads.tradeYearsAt(period.year) : [];
  const stated = ofYear.filter(({ values }) => values.period === period?.period);
  // Of a moment that there was nothing is an answer.
  if (!period || (stated.length === 0 && !dossier.stood)) notFound();
  const records = inReporterOrder(stated, dossier.setting) as PublishedRecord<"tradeYear">[];
  const t = await getTranslations("trade");
  const [a, b] = partiesInText(dossier.setting);
  const states = statesInText(records, dossier.setting);
  const named = { a: states[0], b: states[1], year: showPeriod(period) };
  const dates = (key: "publishedAt" | "updatedAt") => records.map((one) => one[key]).sort();
  return {
    locale,
    dossier,
    period,
    address: typed,
    records,
    t,
    a,
    b,
    title: t("yearTitle", named),
    description: t("yearDescription", named),
    publishedAt: dates("publishedAt")[0] ?? dossier.record.publishedAt,
    updatedAt: dates("updatedAt").at(-1) ?? dossier.record.updatedAt,
    // The page was verified when each of its reporters was.
    // What is under review stands beside the figures of each reporter.
    underReviewSince: null,
    verifiedAt: records.map(({ verifiedAt }) => verifiedAt ?? "").sort()[0] || null,
  };
}

/** What the page of a year of trade says of itself. */
export async function generateMetadata(props: Props<"dossier" | "year">) {
  const { locale, dossier, address, title, description, publishedAt, updatedAt } = await open(props);
  const { slug } = dossier.setting;
  return pageMetadata({
    locale,
    ...(await titledAsStood(dossier, title)),
    description,
    path: `/${slug}/trade/${address}`,
    type: "article",
    published: publishedAt,
    changed: updatedAt,
    feed: `/${slug}/feed.atom`,
  });
}

/** One year of trade: a section for each reporter, and the products recorded for that year. */
export default async function TradeYearPage(props: Props<"dossier" | "year">) {
  const { locale, dossier, period, address, records, t, title, description, a, b, ...dated } =
    await open(props);
  const word = await getTranslations("choices");
  const { setting, reads, stood } = dossier;
  const [periods, ofYear] = await Promise.all([
    reads.tradePeriods(),
    reads.recordsIn({ kinds: ["tradeProducts"] }, { year: period.year }),
  ]);
  const products = ofYear.filter(({ values }) => values.period === period.period);
  noteTags(...products.map(({ id }) => cacheTag.underReview(id)));
  const notes = await notesOf(dossier, [
    ...records.map(({ id, values }) => ({
      key: id,
      citations: values.citations,
      fields: filled(values, tradeYearFields),
    })),
    ...products.map(productsUse),
  ]);
  const mirrored = mirrorOf(
    records.map(({ id, values }) => ({ ...values, id })),
    setting,
  );
  const context = { ...described(dossier, notes), page: { title, description } };
  return (
    <RecordPage
      dossier={dossier}
      part="trade"
      eyebrow={t("heading")}
      title={title}
      href={partPath(setting, `trade/${address}`)}
      notes={notes}
      record={dated}
      described={records.map((one) => recordLd(one, context))}
    >
      {stood && records.length + products.length === 0 && <p>{t("yearNone")}</p>}
      <div className="grid gap-12">
        {records.map((one) => {
          const anchor = splitSlug(one.slug).rest;
          return (
            <div key={one.id} id={anchor}>
              <MarginSection
                id={`by-${anchor}`}
                heading={t("reportedBy", reportedAs(one.values, locale, word))}
                marks={<Cite notes={notes} of={one.id} />}
              >
                <UnderReview since={one.underReviewSince} />
                <TradeYearView record={one} setting={setting} notes={notes} />
                {!stood && (
                  <p className="mt-4 font-sans text-label">
                    <ReportLink id={one.id} locale={locale} of="figures" />
                  </p>
                )}
              </MarginSection>
            </div>
          );
        })}
        {mirrored && (
          <MarginSection id="both-sides" heading={t("mirror.heading")}>
            <MirrorLedger
              flows={mirrored}
              states={statesInText(records, setting)}
              setting={setting}
              notes={notes}
            />
          </MarginSection>
        )}
        {products.map((one) => (
          <div key={one.id} id={one.slug}>
            <MarginSection
              id={`heading-${one.slug}`}
              heading={t(
                "productsOf",
                sideOf(one.values.exporter, setting) === "a" ? { from: a, to: b } : { from: b, to: a },
              )}
            >
              <UnderReview since={one.underReviewSince} />
              <TradeProductsView record={one} notes={notes} />
              {!stood && (
                <p className="mt-4 font-sans text-label">
                  <ReportLink id={one.id} locale={locale} of="products" />
                </p>
              )}
            </MarginSection>
          </div>
        ))}
        <OtherYears address={address} periods={periods} setting={setting} />
      </div>
    </RecordPage>
  );
}
