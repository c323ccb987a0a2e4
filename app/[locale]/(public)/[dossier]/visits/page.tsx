import { MarginSection } from "@/components/public/frame/margin-section";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { notesFor } from "@/components/public/notes/notes";
import { partPath } from "@/components/public/frame/setting";
import { SideSign } from "@/components/public/frame/side";
import {
  filterVisits,
  isNarrowed,
  readVisitFilter,
  visitYears,
} from "@/components/public/visits/visit-filter";
import { VisitFilterForm } from "@/components/public/visits/visit-filter-form";
import { VisitList } from "@/components/public/visits/visit-list";
import { recordsOf } from "@/lib/published/records";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";

/** What the page of a dossier's visits says of itself; narrowed lists count as the whole one. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, title, description } = await openPart(props, "visits");
  const { slug } = dossier.setting;
  return pageMetadata({ locale, title, description, path: `/${slug}/visits`, feed: `/${slug}/feed.atom` });
}

/** A dossier's visits: one list for each direction, narrowed by what the address asks for. */
export default async function VisitsPage(props: Props<"dossier">) {
  const { dossier, t, a, b, title, description } = await openPart(props, "visits");
  const { setting, record, sources } = dossier;
  const all = await recordsOf(record.id, "visit");
  const filter = readVisitFilter(await props.searchParams, setting.parties);
  const visits = filterVisits(all, filter);
  const directions = [
    { side: "a", from: a, to: b, code: setting.parties[0] },
    { side: "b", from: b, to: a, code: setting.parties[1] },
  ] as const;
  const shown = directions
    .filter(({ code }) => !filter.from || filter.from === code)
    .map((direction) => ({
      ...direction,
      visits: visits.filter(({ values }) => values.from === direction.code),
    }));
  const notes = notesFor(
    sources,
    shown.flatMap((direction) =>
      direction.visits.map(({ id, values }) => ({ key: id, citations: values.citations })),
    ),
  );
  return (
    <PartPage
      dossier={dossier}
      part="visits"
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={notes}
      described={[
        listDatasetLd(described(dossier, notes), {
          path: "visits",
          name: title,
          description,
          updatedAt: setting.checkedAt,
          years: visitYears(all),
        }),
      ]}
      lists={["visits"]}
    >
      <div className="grid gap-12">
        {all.length > 0 && <VisitFilterForm filter={filter} years={visitYears(all)} setting={setting} />}
        {isNarrowed(filter) && (
          <p className="label -mt-8">
            {t("narrowed", { shown: visits.length, all: all.length })}{" "}
            <a href={partPath(setting, "visits")}>{t("showAll")}</a>
          </p>
        )}
        {shown.map(({ side, from, to, code, visits: ofDirection }) => (
          <MarginSection
            key={code}
            id={`from-${side}`}
            heading={
              <>
                <SideSign side={side} />
                {t("directionHeading", { from, to })}
              </>
            }
          >
            {ofDirection.length > 0 ? (
              <VisitList visits={ofDirection} setting={setting} notes={notes} />
            ) : all.some(({ values }) => values.from === code) ? (
              <p className="text-muted italic">{t("noneLikeThis", { from, to })}</p>
            ) : (
              <NotRecorded setting={setting}>{t("none", { from, to })}</NotRecorded>
            )}
          </MarginSection>
        ))}
      </div>
    </PartPage>
  );
}
