import { useTranslations } from "next-intl";
import type { Fulfilment } from "@/lib/domain/kinds/announcement-fulfilment";
import { DateText } from "../frame/date-text";
import { MarkedHeading } from "../frame/marked-heading";
import { Name } from "../frame/name";
import { pathTo, type Setting, type Viewed } from "../frame/setting";
import { Side } from "../frame/side";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";

interface Props {
  announcements: readonly Viewed<"announcement">[];
  setting: Setting;
  notes: Notes;
  /** What each title is on the page: there may be a heading above the list. */
  titles: "h2" | "h3";
}

/** Announcements as entries: when in the margin, then what, by whom, and what came of it. */
export function AnnouncementList({ announcements, setting, notes, titles }: Props) {
  const t = useTranslations("announcements");
  return (
    <ol>
      {announcements.map((announcement) => {
        const { title, announced, fulfilment, steps = [] } = announcement.values;
        const last = steps.at(-1);
        return (
          <li
            key={announcement.id}
            className="entry border-t border-rule py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-6"
          >
            <p className="label pt-1">
              <DateText value={announced} />
            </p>
            <div className="max-w-measure">
              <MarkedHeading
                level={titles}
                className="text-lead leading-snug"
                after={<Cite notes={notes} of={announcement.id} />}
              >
                <a href={pathTo(setting, announcement)}>
                  <Name>{title}</Name>
                </a>
              </MarkedHeading>
              <p className="label mt-0.5">
                <Makers values={announcement.values} setting={setting} /> ·{" "}
                <FulfilmentText value={fulfilment} />
                {last?.date && (
                  <>
                    {" · "}
                    {t.rich("lastStep", {
                      what: last.what,
                      date: () => <DateText value={last.date} />,
                    })}
                  </>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Who made an announcement: a country, both of them, an organisation, or one with the other. */
export function Makers({ values, setting }: { values: Viewed<"announcement">["values"]; setting: Setting }) {
  const word = useTranslations("choices");
  const { maker, organisation } = values;
  return (
    <>
      {maker === "both" ? word("both") : maker && <Side code={maker} setting={setting} />}
      {maker && organisation && ", "}
      {organisation && <Name>{organisation}</Name>}
    </>
  );
}

/** What an announcement has come to, in words; where that is not recorded, no sign that could be taken for an answer. */
export function FulfilmentText({ value = "unknown" }: { value?: Fulfilment }) {
  const t = useTranslations("announcements");
  const look = { kept: "text-ok", unknown: "text-muted" }[String(value)] ?? "text-ink";
  return <span className={look}>{t(`fulfilments.${value}`)}</span>;
}
