import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { countryInText } from "@/lib/domain/countries";
import { isPredecessor, sideOf } from "@/lib/domain/sides";
import { DateRange } from "../frame/date-text";
import { Name } from "../frame/name";
import { partPath, partiesInText, pathTo, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { Answer, glanceKey, Key, linkTo, Quiet, Value } from "./answer";

interface Props {
  /** The last visit of each side that took place. */
  visits: readonly Viewed<"visit">[];
  /** The visit of each side that is planned next. */
  next: readonly Viewed<"visit">[];
  /** How many visits each country has made to the other. */
  visitsFrom(country: string): number;
  setting: Setting;
  notes: Notes;
}

/** Who came last from each country to the other, in what office, and when. */
export function LastVisits({ visits, next, visitsFrom, setting, notes }: Props) {
  const t = useTranslations("dossier");
  const say = useTranslations("visits");
  const [a, b] = partiesInText(setting);
  // After the last visit by a state that stood in a country's place, that country itself has made none.
  const stateOr = (code: string | undefined, today: string) =>
    isPredecessor(code, setting) ? countryInText(code, setting.locale) : today;
  const sides = [
    { side: "a", code: setting.parties[0], from: a, to: b },
    { side: "b", code: setting.parties[1], from: b, to: a },
  ] as const;
  if (visits.length + next.length === 0)
    return (
      <Answer term={t("lastVisits")}>
        <Quiet>{t("visitsNoneEitherWay")}</Quiet>
      </Answer>
    );
  return (
    <Answer term={t("lastVisits")}>
      {sides.map(({ side, code, from, to }) => {
        const last = visits.find(({ values }) => sideOf(values.from, setting) === side);
        const planned = next.find(({ values }) => sideOf(values.from, setting) === side);
        const coming = planned && <NextVisit visit={planned} setting={setting} notes={notes} />;
        if (!last)
          return (
            <Fragment key={code}>
              <Quiet>{planned ? t("visitsNoneYet", { from, to }) : say("none", { from, to })}</Quiet>
              {coming}
            </Fragment>
          );
        const { visitor, office, began, ended } = last.values;
        const link = linkTo(partPath(setting, "visits", `?from=${code}`));
        return (
          <Fragment key={code}>
            <Value
              more={
                <>
                  {office}
                  <br />
                  {t.rich(planned ? "visitsWithPlanned" : "lastVisitOf", {
                    count: visitsFrom(code),
                    from: stateOr(last.values.from, from),
                    to: stateOr(last.values.to, to),
                    link,
                  })}
                </>
              }
            >
              <SideSign side={side} />
              <a href={pathTo(setting, last)}>
                <Name>{visitor}</Name>
              </a>
              ,{" "}
              <Key>
                <DateRange began={began} ended={ended} />
              </Key>
              <Cite notes={notes} of={glanceKey(last.id)} />
            </Value>
            {coming}
          </Fragment>
        );
      })}
    </Answer>
  );
}

function NextVisit({ visit, setting, notes }: { visit: Viewed<"visit">; setting: Setting; notes: Notes }) {
  const t = useTranslations("dossier");
  const { visitor, began, ended } = visit.values;
  return (
    <Value more={<DateRange began={began} ended={ended} />}>
      {t.rich("nextVisit", {
        visitor: () => (
          <a href={pathTo(setting, visit)}>
            <Name>{visitor}</Name>
          </a>
        ),
      })}
      <Cite notes={notes} of={glanceKey(visit.id)} />
    </Value>
  );
}
