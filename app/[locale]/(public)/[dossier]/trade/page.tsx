import { MarginSection } from "@/components/public/frame/margin-section";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { SideSign } from "@/components/public/frame/side";
import { byYear } from "@/components/public/trade/trade-figures";
import { TradePanels } from "@/components/public/trade/trade-panels";
import { TradeProductsView } from "@/components/public/trade/trade-products-view";
import { TradeTable } from "@/components/public/trade/trade-table";
import { recordsOf } from "@/lib/published/records";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described, latestChange, notesOf } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";
import { Standings, standingUse } from "../standings";

/** What the page of a dossier's trade says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, title, description } = await openPart(props, "trade");
  const { slug } = dossier.setting;
  return pageMetadata({ locale, title, description, path: `/${slug}/trade`, feed: `/${slug}/feed.atom` });
}

/** A dossier's trade: the chart, the same as a table, and the products of each direction. */
export default async function TradePage(props: Props<"dossier">) {
  const { dossier, t, a, b, title, description } = await openPart(props, "trade");
  const { setting, record } = dossier;
  const [years, products] = await Promise.all([
    recordsOf(record.id, "tradeYear"),
    recordsOf(record.id, "tradeProducts"),
  ]);
  const inOrder = byYear(years, setting.parties);
  const changed = latestChange([...years, ...products]);
  const notes = await notesOf(dossier, [
    standingUse(record),
    ...inOrder.flatMap((year) =>
      year.records.map(({ id, values }) => ({ key: id, citations: values.citations })),
    ),
    ...products.map(({ id, values }) => ({ key: id, citations: values.citations })),
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
          years: inOrder.map(({ year }) => year),
        }),
      ]}
      lists={["trade", "products"]}
    >
      <div className="grid gap-14">
        {years.length === 0 ? (
          <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
        ) : (
          <MarginSection id="by-year" heading={t("byYear")}>
            <div className="grid gap-8">
              <TradePanels records={years} setting={setting} />
              <div className="min-w-0">
                <TradeTable records={years} setting={setting} notes={notes} />
              </div>
            </div>
          </MarginSection>
        )}
        <Standings record={record} notes={notes} />
        {directions.map(({ side, code, from, to }) => {
          const lists = products.filter(({ values }) => values.exporter === code);
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
                      <TradeProductsView record={one} notes={notes} />
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
