import { useTranslations } from "next-intl";
import { sideOf } from "@/lib/domain/sides";
import { DateText } from "../frame/date-text";
import { partPath, partiesInText, pathTo, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";
import { seatElsewhere } from "../missions/seat-elsewhere";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { Answer, glanceKey, Key, linkTo, Quiet, Value } from "./answer";

interface Props {
  /** Those that are named, none of them closed: resident ones first, and of those embassies. */
  missions: readonly Viewed<"mission">[];
  /** How many resident ones each country has. */
  missionsOf(country: string): number;
  setting: Setting;
  notes: Notes;
}

/** The first mission of each country in the other, an embassy where there is one, since when, and how many more there are. */
export function MissionsAtAGlance({ missions, missionsOf, setting, notes }: Props) {
  const t = useTranslations("dossier");
  const say = useTranslations("missions");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  const sides = [
    { side: "a", code: setting.parties[0], sending: a, receiving: b },
    { side: "b", code: setting.parties[1], sending: b, receiving: a },
  ] as const;
  if (missions.length === 0)
    return (
      <Answer term={t("missions")}>
        <Quiet>{t("missionsNoneEitherWay")}</Quiet>
      </Answer>
    );
  return (
    <Answer term={t("missions")}>
      {sides.map(({ side, code, sending, receiving }) => {
        const first = missions.find(({ values }) => sideOf(values.sending, setting) === side);
        if (!first) return <Quiet key={code}>{say("none", { sending, receiving })}</Quiet>;
        const { type, city = "", opened, accreditedFrom } = first.values;
        const more = missionsOf(code) - 1;
        return (
          <Value
            key={code}
            more={
              accreditedFrom
                ? say("accredited", seatElsewhere(first.values, setting.locale))
                : more > 0 &&
                  t.rich("missionsMore", {
                    count: more,
                    sending,
                    receiving,
                    link: linkTo(partPath(setting, "missions")),
                  })
            }
          >
            <SideSign side={side} />
            <a href={pathTo(setting, first)}>
              {type && type !== "other" ? say("inCity", { type: word(type), city }) : city}
            </a>
            {opened && (
              <>
                ,{" "}
                {t.rich("missionOpened", {
                  date: () => (
                    <Key>
                      <DateText value={opened} />
                    </Key>
                  ),
                })}
              </>
            )}
            <Cite notes={notes} of={glanceKey(first.id)} />
          </Value>
        );
      })}
    </Answer>
  );
}
