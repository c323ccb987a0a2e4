import { useTranslations } from "next-intl";
import { countryInText, countryName } from "@/lib/domain/countries";
import { isPredecessor, sideOf } from "@/lib/domain/sides";
import { Cite } from "../sources/cite";
import { DateRange } from "../frame/date-text";
import { MarkedHeading } from "../frame/marked-heading";
import { isolated, Name } from "../frame/name";
import type { Notes } from "../notes/notes";
import { pathTo, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";

interface Props {
  visits: readonly Viewed<"visit">[];
  setting: Setting;
  notes: Notes;
  /** Of both sides together, each with its sign, and without what belongs to each: on the overview. */
  brief?: boolean;
}

/** Visits as entries: the date in the margin, then who, in what office, and what is most worth knowing. */
export function VisitList({ visits, setting, notes, brief = false }: Props) {
  const t = useTranslations("visits");
  const word = useTranslations("choices");
  const { locale } = setting;
  return (
    <ol>
      {visits.map((visit) => {
        const { visitor, office, rank, type, standing, began, ended, meetings = [] } = visit.values;
        const { from, to } = visit.values;
        const side = sideOf(from, setting);
        const { notHeld, delegation = [], trip, forum } = visit.values;
        return (
          <li
            key={visit.id}
            className="entry border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
          >
            <p className="label pt-1">
              <DateRange began={began} ended={ended} />
            </p>
            <div className="max-w-measure">
              <MarkedHeading
                level="h3"
                className="text-lead leading-snug"
                before={brief && side && <SideSign side={side} />}
                after={
                  <>
                    <Cite notes={notes} of={visit.id} />
                    {notHeld && <span className="label"> {t("notHeldMark", { how: notHeld })}</span>}
                  </>
                }
              >
                <a href={pathTo(setting, visit)}>
                  <Name>{visitor}</Name>
                </a>
              </MarkedHeading>
              <p className="label mt-0.5">
                {[
                  isPredecessor(from, setting) && t("ofState", { country: countryInText(from, locale) }),
                  isPredecessor(to, setting) && t("toState", { country: countryInText(to, locale) }),
                  office,
                  type && type !== "not-stated" && t("ofType", { type }),
                  !office && rank && word(rank),
                  forum,
                  trip,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {standing && !brief && <p className="mt-2">{standing}</p>}
              {delegation.length > 0 && !brief && (
                <p className="mt-2">
                  {t("with", { names: delegation.map((one) => named(one, locale)).join(", ") })}
                </p>
              )}
              {meetings.length > 0 && !brief && (
                <p className="mt-2">
                  {t("metWith", {
                    names: meetings
                      .map(({ host }) => host)
                      .filter((host) => host !== undefined)
                      .map(isolated)
                      .join(", "),
                  })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** A further visitor, with the country where that is not the one whose visit it is. */
function named({ name, country }: { name: string; country?: string | undefined }, locale: string): string {
  return country ? `${isolated(name)} (${countryName(country, locale)})` : isolated(name);
}
