/** A diplomatic mission as readers see it. */
import { useTranslations } from "next-intl";
import { countryInText } from "@/lib/domain/countries";
import type { PublishedRecord } from "@/lib/domain/published";
import { type SideKey, sideOf } from "@/lib/domain/sides";
import { MarginSection } from "../frame/margin-section";
import { NotRecorded } from "../frame/not-recorded";
import { partiesInText, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";
import type { KindView, LatestProps, ListProps, ViewWords } from "../kind-view";
import { during } from "../lanes/year-line";
import { MissionList } from "./mission-list";
import { missionFields, MissionView } from "./mission-view";

export const mission: KindView<"mission"> = {
  fields: missionFields,
  citesItself: false,
  Whole: MissionView,
  page: {
    heading: (record, words, { locale }) => words.say("recordTitle", named(record, words, locale)),
    description: (record, words, { locale }) => words.say("recordDescription", named(record, words, locale)),
  },
  list: {
    shown: (records, _query, setting) => sides(setting).flatMap(({ side }) => ofSide(records, side, setting)),
    Body: Missions,
  },
  latest: { Body: LatestMissions },
  told: null,
  lane: {
    countryField: "sending",
    date: ({ opened, closed }) => during(opened, closed ?? ".."),
    lasted: ({ closures = [], heads = [], earlierSeats = [], earlierTypes = [] }) => [
      ...closures.flatMap(({ closed, reopened }) => [closed, reopened]),
      ...[...heads, ...earlierSeats, ...earlierTypes].flatMap(({ from, to }) => [from, to]),
    ],
    title: ({ type, city = "", accreditedFrom }, { say, choice }) =>
      say(accreditedFrom ? "inCityElsewhere" : "inCity", { type: type ? choice(type) : "", city }),
  },
};

function named({ values }: PublishedRecord<"mission">, { say, choice }: ViewWords, locale: string) {
  const { type, sending, city } = values;
  return {
    type: type === "other" ? say("ofOtherType") : choice(type),
    sending: countryInText(sending, locale),
    city,
  };
}

function sides(setting: Setting) {
  const [a, b] = partiesInText(setting);
  return [
    { side: "a", code: setting.parties[0], sending: a, receiving: b },
    { side: "b", code: setting.parties[1], sending: b, receiving: a },
  ] as const;
}

/** The missions of one side, those of its predecessors among them. */
function ofSide(records: readonly Viewed<"mission">[], side: SideKey, setting: Setting) {
  return records.filter(({ values }) => sideOf(values.sending, setting) === side);
}

/** Those of each country in the other. */
function Missions({ records, tally, setting, notes }: ListProps<"mission">) {
  const t = useTranslations("missions");
  return (
    <div className="grid gap-12">
      {sides(setting).map(({ side, code, sending, receiving }) => {
        const own = ofSide(records, side, setting);
        return (
          <MarginSection
            key={code}
            id={`of-${side}`}
            heading={
              <>
                <SideSign side={side} />
                {t("sideHeading", { sending, receiving })}
              </>
            }
          >
            {own.length === 0 && tally.having("sending", code) > 0 ? (
              <p className="text-muted">{t("noneHere")}</p>
            ) : own.length === 0 ? (
              <NotRecorded setting={setting}>{t("none", { sending, receiving })}</NotRecorded>
            ) : (
              <MissionList missions={own} setting={setting} notes={notes} />
            )}
          </MarginSection>
        );
      })}
    </div>
  );
}

/** Where one side has none, the glance above says so. */
function LatestMissions({ latest, setting, notes }: LatestProps<"mission">) {
  const t = useTranslations("dossier");
  return latest.length > 0 ? (
    <MissionList missions={latest} setting={setting} notes={notes} brief />
  ) : (
    <NotRecorded setting={setting}>{t("missionsNoneEitherWay")}</NotRecorded>
  );
}
