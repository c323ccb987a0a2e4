import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { announcementsFact } from "../announcements/announcement-links";
import type { Linked } from "../frame/linked";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { Files } from "../files/files";
import type { ShownFile } from "../files/shown-files";
import { Facts } from "../frame/facts";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import { Side } from "../frame/side";
import type { Setting, Viewed } from "../frame/setting";

/** The fields that carry marks of their own where an event is shown whole. */
export const eventFields = ["date", "type", "forum", "place", "country", "files"];

/** Where an event was held, with its country behind the place: "New York, United States". */
export function whereIt(
  { place, country }: { place?: string | undefined; country?: string | undefined },
  locale: string,
): string {
  return [place, country && countryName(country, locale)].filter(Boolean).join(", ");
}

interface Props {
  record: Viewed<"event">;
  setting: Setting;
  notes: Notes;
  files: readonly ShownFile[];
  linked: (kind: "announcement") => readonly Linked[];
}

/** One event, whole. */
export function EventView({ record, setting, notes, files, linked }: Props) {
  const t = useTranslations("history");
  const word = useTranslations("choices");
  const ofAnnouncements = useTranslations("announcements");
  const { date, type, text, forum, predecessorA, predecessorB } = record.values;
  const { place, country } = record.values;
  const concerned = [predecessorA, predecessorB].filter((code) => code !== undefined);
  const cite = (field?: string) => <Cite notes={notes} of={record.id} field={field} />;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          {
            term: t("date"),
            is: date && (
              <>
                <DateText value={date} />
                {cite("date")}
              </>
            ),
          },
          type
            ? {
                term: t("type"),
                is: (
                  <>
                    {word(type)}
                    {cite("type")}
                  </>
                ),
              }
            : null,
          forum
            ? {
                term: t("forum"),
                is: (
                  <>
                    {forum}
                    {cite("forum")}
                  </>
                ),
              }
            : null,
          place || country
            ? {
                term: t("place"),
                is: (
                  <>
                    {whereIt({ place, country }, setting.locale)}
                    {place && cite("place")}
                    {country && cite("country")}
                  </>
                ),
              }
            : null,
          concerned.length > 0
            ? {
                term: t("concerns"),
                is: concerned.map((code) => <Side key={code} code={code} setting={setting} />),
              }
            : null,
          announcementsFact(linked("announcement"), ofAnnouncements("ofRecord")),
        ]}
      />
      {text && <Prose text={text} className="lg:ml-64" after={cite()} />}
      <Files files={files} cite={cite} />
    </div>
  );
}
