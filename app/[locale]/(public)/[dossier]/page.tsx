import { getTranslations } from "next-intl/server";
import { DataLinks } from "@/components/public/frame/data-links";
import { Day } from "@/components/public/frame/date-text";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { ReportLink } from "@/components/public/report/report-link";
import { UnderReview } from "@/components/public/report/under-review";
import { partiesInText, partyNames, pathTo } from "@/components/public/frame/setting";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { dossierLd } from "@/lib/exchange/json-ld";
import { Frame } from "../frame";
import { described, notesOf, openDossierAt } from "../open-dossier";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";
import { AsStoodHead, citedAt, titledAsStood } from "../stood";
import { asOfMetadata, AsOfPage, dayAsked } from "./as-of-page";
import { citingIn, openOverview } from "./open-overview";
import { Overview } from "./overview";
import { dossierKinds } from "@/components/public/views";

/** What the overview of a dossier says of itself. */
export async function generateMetadata({ params, searchParams }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const day = await dayAsked({ searchParams });
  if (day) return asOfMetadata({ locale, slug, day });
  const [dossier, t] = await Promise.all([
    openDossierAt({ locale, slug }, await searchParams, dossierKinds),
    getTranslations("dossier"),
  ]);
  const { setting } = dossier;
  const [a, b] = partyNames(setting);
  const inText = partiesInText(setting);
  return pageMetadata({
    locale,
    ...(await titledAsStood(dossier, t("heading", { a, b }))),
    description: t("description", { a: inText[0], b: inText[1] }),
    path: `/${setting.slug}`,
    feed: `/${setting.slug}/feed.atom`,
  });
}

/** The overview of a dossier: facts at a glance, map, summary, the years, and the latest of each kind. */
export default async function DossierPage({ params, searchParams }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const day = await dayAsked({ searchParams });
  if (day) return <AsOfPage locale={locale} slug={slug} day={day} />;
  const [dossier, t] = await Promise.all([
    openDossierAt({ locale, slug }, await searchParams, dossierKinds),
    getTranslations("dossier"),
  ]);
  const { setting, record, stood } = dossier;
  const overview = await openOverview(dossier);
  const { changed } = overview;
  const notes = await notesOf(dossier, citingIn(record, overview));
  return (
    <Frame
      locale={locale}
      trail={dossier.trail}
      changed={changed}
      cited={citedAt(dossier, notes, { title: record.title, changed })}
      described={stood ? [] : [dossierLd(record, described(dossier, notes))]}
    >
      <DossierHead
        setting={setting}
        asHeading
        updated={!stood?.nothing && t.rich("updated", { day: () => <Day instant={changed} /> })}
      />
      <AsStoodHead dossier={dossier} today={pathTo({ locale, slug: setting.slug })} />
      <UnderReview since={record.underReviewSince} />
      {!stood?.nothing && <Overview dossier={dossier} overview={overview} notes={notes} />}
      {!stood && (
        <>
          <p className="mt-10 flex flex-wrap gap-x-8 font-sans text-label text-muted">
            {record.verifiedAt && (
              <span>{t.rich("verified", { day: () => <Day instant={record.verifiedAt!} /> })}</span>
            )}
            <ReportLink id={record.id} locale={locale} />
          </p>
          <DataLinks
            setting={setting}
            lists={kindKeys
              .filter((key) => kinds[key].inDossier || key === "source")
              .map((key) => kinds[key].path)}
          />
        </>
      )}
    </Frame>
  );
}
