import { useTranslations } from "next-intl";
import type { LastVisits } from "@/lib/domain/as-of/as-of";
import type { SideKey } from "@/lib/domain/sides";
import { DateRange } from "../frame/date-text";
import { Missing } from "../frame/facts";
import { Name } from "../frame/name";
import { partiesInText, pathTo, type Setting, type Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";

interface Props {
  side: SideKey;
  visits: LastVisits<Viewed<"visit">>;
  setting: Setting;
}

/** The last visit of one side by a day, and those of which the dates do not say whether they came before its end. */
export function VisitLines({ side, visits: { last, perhaps }, setting }: Props) {
  const t = useTranslations("asOf");
  const [a, b] = partiesInText(setting);
  return (
    <div>
      <h3 className="label mb-1">
        <SideSign side={side} />
        {side === "a" ? t("visitsOf", { from: a, to: b }) : t("visitsOf", { from: b, to: a })}
      </h3>
      {last ? (
        <VisitLine visit={last} setting={setting} />
      ) : (
        perhaps.length === 0 && (
          <p>
            <Missing>{t("visitsNone")}</Missing>
          </p>
        )
      )}
      {perhaps.length > 0 && (
        <>
          <p className="label mt-3 mb-1">{last ? t("visitsPerhaps") : t("visitsPerhapsOnly")}</p>
          {perhaps.map((visit) => (
            <VisitLine key={visit.id} visit={visit} setting={setting} />
          ))}
        </>
      )}
    </div>
  );
}

function VisitLine({ visit, setting }: { visit: Viewed<"visit">; setting: Setting }) {
  const { visitor, office, began, ended } = visit.values;
  return (
    <p>
      <a href={pathTo(setting, visit)}>
        <Name>{visitor}</Name>
      </a>
      <span className="label block">
        {office && `${office} · `}
        <DateRange began={began} ended={ended} />
      </span>
    </p>
  );
}
