import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { countryInText } from "@/lib/domain/countries";
import { below } from "@/lib/domain/paths";
import { AnnouncementLinks } from "../announcements/announcement-links";
import { Cite } from "../sources/cite";
import { DateRange } from "../frame/date-text";
import { Facts, Missing } from "../frame/facts";
import { Files } from "../files/files";
import type { ShownFile } from "../files/shown-files";
import { MarginSection } from "../frame/margin-section";
import { marksOf, type Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Around, Linked } from "../frame/linked";
import { isolated } from "../frame/name";
import { PersonLink } from "../people/person-link";
import type { Setting, Viewed } from "../frame/setting";
import { Side } from "../frame/side";

/** The fields that carry marks of their own where a visit is shown whole. */
export const visitFields = [
  "visitor",
  "office",
  "rank",
  "type",
  "notHeld",
  "trip",
  "forum",
  "standing",
  "began",
  "ended",
  "places",
  "purpose",
  "outcome",
  "delegation",
  "meetings",
  "agreements",
  "missions",
  "files",
];

interface Props {
  record: Viewed<"visit">;
  setting: Setting;
  notes: Notes;
  /** The agreements signed during it that are published. */
  agreements: readonly Linked[];
  /** The missions opened during it. */
  missions: readonly Linked[];
  /** What was announced during it. */
  announcements: readonly Linked[];
  around: Around;
  files: readonly ShownFile[];
}

/** One visit, whole: who, when and where, whom they met, what was signed. */
export function VisitView({
  record,
  setting,
  notes,
  agreements,
  missions,
  announcements,
  around,
  files,
}: Props) {
  const t = useTranslations("visits");
  const word = useTranslations("choices");
  const { values } = record;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  const { meetings = [], places = [], delegation = [] } = values;
  return (
    <div className="grid gap-10">
      {values.standing && (
        <p className="max-w-measure text-lead">
          {values.standing}
          {cite("standing")}
        </p>
      )}
      {values.notHeld && (
        <p className="max-w-measure border-l-2 border-ink py-1 pl-4">
          {t("notHeldSaid", { how: values.notHeld })}
          {cite("notHeld")}
        </p>
      )}
      <Facts
        facts={[
          {
            term: t("visitor"),
            is: values.visitor && (
              <>
                <PersonLink name={values.visitor} person={values.visitorPerson} around={around} />
                {cite("visitor")}
              </>
            ),
          },
          {
            term: t("office"),
            is: values.office && (
              <>
                {values.office}
                {cite("office")}
              </>
            ),
          },
          {
            term: t("from"),
            is: values.from && <Side code={values.from} setting={setting} />,
          },
          {
            term: t("to"),
            is: values.to && <Side code={values.to} setting={setting} />,
          },
          {
            term: t("when"),
            is: (values.began ?? values.ended) && (
              <>
                <DateRange began={values.began} ended={values.ended} />
                {cite("began")}
                {values.ended && cite("ended")}
              </>
            ),
          },
          values.rank
            ? {
                term: t("rank"),
                is: (
                  <>
                    {word(values.rank)}
                    {cite("rank")}
                  </>
                ),
              }
            : null,
          values.type
            ? {
                term: t("type"),
                is: (
                  <>
                    {word(values.type)}
                    {cite("type")}
                  </>
                ),
              }
            : null,
          {
            term: t("places"),
            is:
              places.length === 0 ? undefined : (
                <>
                  {places.join(", ")}
                  {cite("places")}
                </>
              ),
          },
        ]}
      />
      {joiningFields.map((by) => {
        const name = values[by];
        return (
          name && (
            <MarginSection key={by} heading={t(by)}>
              <Joined name={name} after={cite(by)} others={around.joined.get(by) ?? []} />
            </MarginSection>
          )
        );
      })}
      {delegation.length > 0 && (
        <MarginSection heading={t("delegation")} marks={cite("delegation")}>
          <Delegation delegation={delegation} around={around} cite={cite} setting={setting} />
        </MarginSection>
      )}
      {values.purpose && (
        <MarginSection heading={t("purpose")}>
          <Prose text={values.purpose} after={cite("purpose")} />
        </MarginSection>
      )}
      <MarginSection heading={t("meetings")} marks={meetings.length > 0 && cite("meetings")}>
        {meetings.length === 0 ? (
          <p>
            <Missing>{t("noMeetings")}</Missing>
          </p>
        ) : (
          <Meetings meetings={meetings} around={around} cite={cite} />
        )}
      </MarginSection>
      {values.outcome && (
        <MarginSection heading={t("outcome")}>
          <Prose text={values.outcome} after={cite("outcome")} />
        </MarginSection>
      )}
      <MarginSection heading={t("agreementsSigned")}>
        {agreements.length === 0 ? (
          <p>
            <Missing>{t("noAgreements")}</Missing>
          </p>
        ) : (
          <ul className="grid gap-1">
            {agreements.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        )}
        {marksOf(notes, record.id, "agreements").length > 0 && cite("agreements")}
      </MarginSection>
      {missions.length > 0 && (
        <MarginSection heading={t("missionsOpened")}>
          <ul className="grid gap-1">
            {missions.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
          {cite("missions")}
        </MarginSection>
      )}
      {announcements.length > 0 && (
        <MarginSection heading={t("announced")}>
          <AnnouncementLinks announcements={announcements} />
        </MarginSection>
      )}
      <Files files={files} cite={cite} />
    </div>
  );
}

const joiningFields = ["trip", "forum"] as const;

/** What a visit was part of, with the other visits that were. */
function Joined({ name, after, others }: { name: string; after: ReactNode; others: readonly Linked[] }) {
  const t = useTranslations("visits");
  return (
    <>
      <p className="max-w-measure">
        {name}
        {after}
      </p>
      {others.length > 0 && (
        <>
          <p className="label mt-3">{t("alsoPartOfIt")}</p>
          <ul className="mt-1 grid gap-1">
            {others.map(({ href, title, kind }) => (
              <li key={href}>
                <a href={href}>{title}</a> <span className="label">{kind}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type Delegate = NonNullable<Viewed<"visit">["values"]["delegation"]>[number];

interface DelegationProps {
  delegation: readonly Delegate[];
  around: Around;
  setting: Setting;
  cite: (path: string) => ReactNode;
}

/** Who came besides the visitor. */
function Delegation({ delegation, around, cite, setting }: DelegationProps) {
  const word = useTranslations("choices");
  return (
    <ul className="grid max-w-measure gap-1">
      {delegation.map(({ id = "", name, person, country, office, rank }, index) => {
        const marks = (key: string) => cite(below("delegation", id, key));
        return (
          <li key={id || index}>
            <PersonLink name={name} person={person} around={around} />
            {marks("name")}
            {marks("person")}
            {country && (
              <>
                , <Side code={country} setting={setting} />
              </>
            )}
            {marks("country")}
            {(office ?? rank) && <span className="label"> {office ?? (rank && word(rank))}</span>}
            {marks("office")}
            {marks("rank")}
            {cite(below("delegation", id))}
          </li>
        );
      })}
    </ul>
  );
}

type Meeting = NonNullable<Viewed<"visit">["values"]["meetings"]>[number];

interface MeetingsProps {
  meetings: readonly Meeting[];
  around: Around;
  cite: (path: string) => ReactNode;
}

function Meetings({ meetings, around, cite }: MeetingsProps) {
  const t = useTranslations("visits");
  const word = useTranslations("choices");
  return (
    <div className="table-frame" role="region" aria-label={t("meetings")} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{t("meetings")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("host")}</th>
            <th scope="col">{t("hostOffice")}</th>
            <th scope="col">{t("manner")}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ id = "", host, hostPerson, office, manner }, index) => {
            const marks = (key: string) => cite(below("meetings", id, key));
            return (
              <tr key={id || index}>
                <th scope="row">
                  <PersonLink name={host} person={hostPerson} around={around} />
                  {marks("host")}
                  {marks("hostPerson")}
                  {cite(below("meetings", id))}
                </th>
                <td>
                  {office ?? <Missing>{t("notRecorded")}</Missing>}
                  {marks("office")}
                </td>
                <td>
                  {manner && word(manner)}
                  {marks("manner")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** "Erlan Idrissov to Mexico": a visit in a few words. */
export function VisitTitle({ record, setting }: { record: Viewed<"visit">; setting: Setting }) {
  const t = useTranslations("visits");
  const { visitor, to } = record.values;
  return t("recordTitle", {
    visitor: isolated(visitor ?? "…"),
    to: to ? countryInText(to, setting.locale) : "…",
  });
}

/** The line that says of what kind a visit was: "Official visit from Kazakhstan to Mexico". */
export function VisitKind({ record, setting }: { record: Viewed<"visit">; setting: Setting }) {
  const t = useTranslations("visits");
  const { type, from, to, notHeld } = record.values;
  const { locale } = setting;
  const kind = t("kindLine", {
    type: type ?? "not-stated",
    from: from ? countryInText(from, locale) : "…",
    to: to ? countryInText(to, locale) : "…",
  });
  return notHeld ? t("kindLineNotHeld", { how: notHeld, kind }) : kind;
}
