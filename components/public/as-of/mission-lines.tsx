import { useLocale, useTranslations } from "next-intl";
import type { AsOf } from "@/lib/domain/as-of/as-of";
import { headOn } from "@/lib/domain/as-of/steps";
import { countryInText } from "@/lib/domain/countries";
import { eitherOf } from "@/lib/domain/intl-formats";
import { isPredecessor, type SideKey, sideOf } from "@/lib/domain/sides";
import { seatElsewhere } from "../missions/seat-elsewhere";
import { Missing } from "../frame/facts";
import { isolated } from "../frame/name";
import { partiesInText, pathTo, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";
import { ToldDate } from "./told-date";

type Found = AsOf<Viewed<"mission">, unknown, unknown, unknown, unknown>["missions"];

/** The missions of one side as they were on a day. */
export function MissionLines(props: { side: SideKey; missions: Found; day: string; setting: Setting }) {
  const { side, missions, day, setting } = props;
  const t = useTranslations("asOf");
  const [a, b] = partiesInText(setting);
  const own = missions.filter(({ mission }) => sideOf(mission.values.sending, setting) === side);
  return (
    <div>
      <h3 className="label mb-1">
        <SideSign side={side} />
        {side === "a"
          ? t("missionsOf", { sending: a, receiving: b })
          : t("missionsOf", { sending: b, receiving: a })}
      </h3>
      {own.length === 0 ? (
        <p>
          <Missing>{t("missionsNone")}</Missing>
        </p>
      ) : (
        <ul>
          {own.map((one) => (
            <MissionLine key={one.mission.id} found={one} day={day} setting={setting} />
          ))}
        </ul>
      )}
    </div>
  );
}

function MissionLine({ found, day, setting }: { found: Found[number]; day: string; setting: Setting }) {
  const t = useTranslations("asOf");
  const word = useTranslations("choices");
  const locale = useLocale();
  const { mission, states, seats, types } = found;
  const { opened, closed, accreditedFrom, sending } = mission.values;
  const [state, ...others] = states;
  const head = states.includes("open") ? headOn(mission.values, day) : undefined;
  const tells = [
    others.length === 0 && state
      ? t("missionIs", { state })
      : t("or", {
          states: eitherOf(
            states.map((one) => t("missionWas", { state: one })),
            locale,
          ),
        }),
    t.rich("opened", { date: () => <ToldDate value={opened} /> }),
    closed !== undefined && t.rich("closed", { date: () => <ToldDate value={closed} /> }),
    accreditedFrom && t("accredited", seatElsewhere(mission.values, locale)),
    head && t("headedBy", { head: isolated(head.name ?? "") }),
  ].filter(Boolean);
  return (
    <li className="border-t border-rule py-2 first:border-t-0 first:pt-0">
      <a href={pathTo(setting, mission)}>
        {t("missionAt", {
          type: eitherOf(
            types.map((type) => word(type)),
            locale,
          ),
          city: eitherOf(seats, locale),
          // The state that stood in the country's place.
          sending: isPredecessor(sending, setting) ? countryInText(sending, locale) : "none",
        })}
      </a>
      <span className="label block">
        {tells.map((tell, index) => (
          <span key={index}>
            {index > 0 && " · "}
            {tell}
          </span>
        ))}
      </span>
    </li>
  );
}
