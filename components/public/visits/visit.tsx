/** A visit as readers see it. */
import { useTranslations } from "next-intl";
import { countryInText } from "@/lib/domain/countries";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import { showPartialDate } from "@/lib/domain/date-words";
import { rankAndAbove } from "@/lib/domain/ranks";
import { isPredecessor, type SideKey, sideOf } from "@/lib/domain/sides";
import { MarginSection } from "../frame/margin-section";
import { NotRecorded } from "../frame/not-recorded";
import { partPath, partiesInText, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";
import type { KindView, LatestProps, ListProps } from "../kind-view";
import { during } from "../lanes/year-line";
import { facetOfState, isNarrowed, readVisitFilter } from "./visit-filter";
import { VisitFilterForm } from "./visit-filter-form";
import { VisitList } from "./visit-list";
import { visitFields, VisitKind, VisitTitle, VisitView } from "./visit-view";

export const visit: KindView<"visit"> = {
  fields: visitFields,
  citesItself: false,
  Whole: ({ linked, ...props }) => (
    <VisitView
      {...props}
      agreements={linked("agreement")}
      missions={linked("mission")}
      announcements={linked("announcement")}
    />
  ),
  page: {
    heading({ values: { visitor, from, to } }, { say }, setting) {
      const named = {
        visitor,
        from: countryInText(from, setting.locale),
        to: countryInText(to, setting.locale),
      };
      return say(isPredecessor(from, setting) ? "recordTitleOf" : "recordTitle", named);
    },
    description({ values: { type, from, to, began, ended, visitor, office } }, { say }, { locale }) {
      const kind = say("kindLine", {
        type,
        from: countryInText(from, locale),
        to: countryInText(to, locale),
      });
      return say("recordDescription", {
        kind,
        date: showPartialDate(during(began, ended) ?? began, locale),
        visitor,
        office,
      });
    },
  },
  list: {
    shown: (records, _query, setting) =>
      directions(setting).flatMap(({ side }) => ofSide(records, side, setting)),
    narrowedTo(query) {
      const { from, rank, state } = readVisitFilter(query);
      const wanted = {
        from: from && [from],
        rank: rank && rankAndAbove(rank),
        notHeld: state && [facetOfState[state]],
      };
      return Object.entries(wanted).flatMap(([field, values]) => (values ? [{ field, values }] : []));
    },
    offersYears: true,
    Body: Visits,
  },
  latest: { Body: LatestVisits },
  told: {
    date: ({ began }) => began,
    country: ({ from }) => from,
    Title: VisitTitle,
    Label: VisitKind,
    Text: ({ record: { values } }) =>
      values.standing ? <p className="mt-1.5 max-w-measure">{values.standing}</p> : null,
  },
  lane: {
    countryField: "from",
    date: ({ began, ended }) => during(began, ended),
    title: ({ visitor }) => visitor,
  },
};

function directions(setting: Setting) {
  const [a, b] = partiesInText(setting);
  return [
    { side: "a", from: a, to: b, code: setting.parties[0] },
    { side: "b", from: b, to: a, code: setting.parties[1] },
  ] as const;
}

/** The visits from one side, those of its predecessors among them. */
function ofSide(records: readonly Viewed<"visit">[], side: SideKey, setting: Setting) {
  return records.filter(({ values }) => sideOf(values.from, setting) === side);
}

/** One list for each direction, narrowed by what the address asks for. */
function Visits({ records, tally, query, setting, notes }: ListProps<"visit">) {
  const t = useTranslations("visits");
  const filter = readVisitFilter(query);
  const isOfNeither = filter.from !== undefined && sideOf(filter.from, setting) === undefined;
  return (
    <div className="grid gap-12">
      {tally.all > 0 && <VisitFilterForm filter={filter} years={tally.years} setting={setting} />}
      {isNarrowed(filter) && (tally.all <= LIST_PAGE || filter.from || filter.rank || filter.state) && (
        <p className="label -mt-8">
          {t("narrowed", { shown: tally.fitting, all: tally.all })}{" "}
          <a href={partPath(setting, "visits")}>{t("showAll")}</a>
        </p>
      )}
      {isOfNeither && (
        <p className="text-muted">
          {t("ofNeitherSide", { country: countryInText(filter.from ?? "", setting.locale) })}
        </p>
      )}
      {directions(setting)
        .filter(({ side }) => !filter.from || sideOf(filter.from, setting) === side)
        .map(({ side, from, to, code }) => {
          const own = ofSide(records, side, setting);
          return (
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
              {own.length > 0 ? (
                <VisitList visits={own} setting={setting} notes={notes} />
              ) : tally.having("from", filter.from ?? code) > 0 ? (
                <p className="text-muted">{t("noneLikeThis", { from, to })}</p>
              ) : (
                <NotRecorded setting={setting}>{t("none", { from, to })}</NotRecorded>
              )}
            </MarginSection>
          );
        })}
    </div>
  );
}

/** Where one side has none, the glance above says so. */
function LatestVisits({ latest, setting, notes }: LatestProps<"visit">) {
  const t = useTranslations("dossier");
  return latest.length > 0 ? (
    <VisitList visits={latest} setting={setting} notes={notes} brief />
  ) : (
    <NotRecorded setting={setting}>{t("visitsNoneEitherWay")}</NotRecorded>
  );
}
