import { useTranslations } from "next-intl";
import { announcementsFact } from "../announcements/announcement-links";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { type Fact, Facts } from "../frame/facts";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import type { Around, Linked } from "../frame/linked";
import type { Setting, Viewed } from "../frame/setting";
import { closuresFact, contactFacts, headsFact, seatsFact, typesFact } from "./mission-facts";
import { seatElsewhere } from "./seat-elsewhere";
import { Side } from "../frame/side";
import { OutsideLink } from "../sources/source-line";

/** The fields that carry marks of their own where a mission is shown whole. */
export const missionFields = [
  "type",
  "earlierTypes",
  "city",
  "accreditedFrom",
  "opened",
  "closed",
  "closures",
  "heads",
  "address",
  "earlierSeats",
  "district",
  "phone",
  "email",
  "site",
  "note",
];

interface Props {
  record: Viewed<"mission">;
  setting: Setting;
  notes: Notes;
  around: Around;
  linked?: (kind: "announcement") => readonly Linked[];
}

/** What is recorded of a mission, as facts; shown whole on its own page, and in short on the page of all missions. */
export function missionFacts(
  { record, setting, notes, around }: Props,
  t: (key: string, values?: Record<string, string>) => string,
  word: (key: string) => string,
): (Fact | null)[] {
  const { values } = record;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  const { latitude, longitude } = values;
  return [
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
    typesFact(values, t, word, cite),
    {
      term: t("city"),
      is: values.city && (
        <>
          {values.city}
          {cite("city")}
        </>
      ),
    },
    values.accreditedFrom
      ? {
          term: t("accreditedFrom"),
          is: (
            <>
              {t("seatElsewhere", seatElsewhere(values, setting.locale))}
              {cite("accreditedFrom")}
            </>
          ),
        }
      : null,
    {
      term: t("opened"),
      is: values.opened && (
        <>
          <DateText value={values.opened} />
          {cite("opened")}
        </>
      ),
    },
    values.closed
      ? {
          term: t("closed"),
          is: (
            <>
              <DateText value={values.closed} />
              {cite("closed")}
            </>
          ),
        }
      : null,
    closuresFact(values, t, cite),
    headsFact(values, t, cite, around),
    {
      term: t("address"),
      is: values.address && (
        <>
          <span className="whitespace-pre-line">{values.address}</span>
          {cite("address")}
        </>
      ),
    },
    seatsFact(values, t, cite),
    ...contactFacts(values, t, cite),
    values.site
      ? {
          term: t("site"),
          is: (
            <>
              <OutsideLink href={values.site} />
              {cite("site")}
            </>
          ),
        }
      : null,
    latitude !== undefined && longitude !== undefined
      ? {
          term: t("coordinates"),
          is: (
            <span className="figures">
              {latitude}, {longitude}
            </span>
          ),
        }
      : null,
  ];
}

/** One mission, whole. */
export function MissionView(props: Props) {
  const t = useTranslations("missions");
  const word = useTranslations("choices");
  const ofAnnouncements = useTranslations("announcements");
  const { record, setting, notes, linked } = props;
  const { sending, receiving, note } = record.values;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          sending ? { term: t("sending"), is: <Side code={sending} setting={setting} /> } : null,
          receiving ? { term: t("receiving"), is: <Side code={receiving} setting={setting} /> } : null,
          ...missionFacts(props, t, word),
          announcementsFact(linked?.("announcement"), ofAnnouncements("ofRecord")),
        ]}
      />
      {note && (
        <Prose text={note} className="lg:ml-64" after={<Cite notes={notes} of={record.id} field="note" />} />
      )}
    </div>
  );
}
