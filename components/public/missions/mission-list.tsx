import { useFormatter, useTranslations } from "next-intl";
import { countryInText } from "@/lib/domain/countries";
import { isPredecessor, sideOf } from "@/lib/domain/sides";
import { headOf } from "@/lib/domain/kinds/mission";
import { dayShown } from "@/lib/domain/stood/moment";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { MarkedHeading } from "../frame/marked-heading";
import { isolated } from "../frame/name";
import type { Notes } from "../notes/notes";
import { pathTo, type Setting, type Viewed } from "../frame/setting";
import { Span } from "./mission-facts";
import { seatElsewhere } from "./seat-elsewhere";
import { SideSign } from "../frame/side";

/** Missions as entries: since when in the margin, then what and where. */
export function MissionList({
  missions,
  setting,
  notes,
  brief = false,
}: {
  missions: readonly Viewed<"mission">[];
  setting: Setting;
  notes: Notes;
  /** Of both sides together, each with its sign: on the overview. */
  brief?: boolean;
}) {
  const t = useTranslations("missions");
  const word = useTranslations("choices");
  return (
    <ol>
      {missions.map((mission) => {
        const { type, city, opened, closed, sending, accreditedFrom } = mission.values;
        const named = { type: type ? word(type) : "", city: city ?? "" };
        const head = headOf(mission.values, dayShown(setting.stood));
        const side = sideOf(sending, setting);
        return (
          <li
            key={mission.id}
            className="entry border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
          >
            <p className="label pt-1">
              {t("openedShort")} <DateText value={opened} />
              {closed && (
                <>
                  , {t("closedShort")} <DateText value={closed} />
                </>
              )}
            </p>
            <div className="max-w-measure">
              <MarkedHeading
                level="h3"
                className="text-lead leading-snug"
                before={brief && side && <SideSign side={side} />}
                after={<Cite notes={notes} of={mission.id} />}
              >
                <a href={pathTo(setting, mission)}>
                  {isPredecessor(sending, setting)
                    ? t("recordTitle", { ...named, sending: countryInText(sending, setting.locale) })
                    : t("inCity", named)}
                </a>
              </MarkedHeading>
              {accreditedFrom && (
                <p className="label mt-0.5">
                  {t("accredited", seatElsewhere(mission.values, setting.locale))}
                </p>
              )}
              <EarlierLevels mission={mission} />
              {head && (
                <p className="label mt-0.5">
                  {head.title
                    ? t("headedByWith", { head: isolated(head.name ?? ""), title: head.title })
                    : t("headedBy", { head: isolated(head.name ?? "") })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What a mission was before, with the time of each where it is recorded. */
function EarlierLevels({ mission }: { mission: Viewed<"mission"> }) {
  const t = useTranslations("missions");
  const word = useTranslations("choices");
  const { list } = useFormatter();
  const { earlierTypes = [] } = mission.values;
  if (earlierTypes.length === 0) return null;
  const levels = earlierTypes.map(({ id = "", type, from, to }, index) => (
    <span key={id || index}>
      {type && word(type)}
      <Span from={from} to={to} />
    </span>
  ));
  return (
    <p className="label mt-0.5">
      {t.rich("earlierTypesAre", { levels: () => list(levels, { type: "unit" }) })}
    </p>
  );
}
