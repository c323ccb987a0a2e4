/** An announcement as readers see it. */
import { useTranslations } from "next-intl";
import { fulfilments } from "@/lib/domain/kinds/announcement-fulfilment";
import { NotRecorded } from "../frame/not-recorded";
import { partiesInText, partPath } from "../frame/setting";
import type { KindView, LatestProps, ListProps } from "../kind-view";
import { AnnouncementList } from "./announcement-list";
import { announcementFields, AnnouncementView } from "./announcement-view";

export const announcement: KindView<"announcement"> = {
  fields: announcementFields,
  citesItself: false,
  Whole: AnnouncementView,
  page: {
    heading: ({ title }) => title,
    description: ({ title, values }, { say }) => values.text ?? say("recordDescription", { name: title }),
  },
  list: {
    shown: (records) => records,
    narrowedTo: ({ fulfilment }) =>
      fulfilments.flatMap((one) => (one === fulfilment ? [{ field: "fulfilment", values: [one] }] : [])),
    Body: Announcements,
  },
  latest: { isCounted: true, isLeftOutEmpty: true, Body: LatestAnnouncements },
  // Where one was made at an event, the event tells of it.
  told: null,
  lane: null,
};

/** All of them, or those that have come to what the address asks for. */
function Announcements({ records, tally, query, setting, notes }: ListProps<"announcement">) {
  const t = useTranslations("announcements");
  const [a, b] = partiesInText(setting);
  if (tally.all === 0) return <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>;
  const asked = fulfilments.find((one) => one === query.fulfilment);
  const ways = [
    { key: undefined, href: partPath(setting, "announcements"), name: t("all", { count: tally.all }) },
    ...countsOf(tally.having, t).map(({ key, name }) => ({
      key,
      href: partPath(setting, "announcements", `?fulfilment=${key}`),
      name,
    })),
  ];
  return (
    <>
      <nav aria-label={t("narrow")} className="screen-only mb-6">
        <ul className="ways flex flex-wrap gap-x-7">
          {ways.map(({ key, href, name }) => (
            <li key={href}>
              <a href={href} aria-current={key === asked ? "true" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <AnnouncementList announcements={records} titles="h2" setting={setting} notes={notes} />
    </>
  );
}

function LatestAnnouncements({ latest, having, setting, notes }: LatestProps<"announcement">) {
  const t = useTranslations("announcements");
  return (
    <>
      <p className="label mb-4">
        {countsOf(having, t)
          .map(({ name }) => name)
          .join(" · ")}
      </p>
      <AnnouncementList announcements={latest} titles="h3" setting={setting} notes={notes} />
    </>
  );
}

type Having = LatestProps<"announcement">["having"];

/** How many have come to what, in words; without what none has come to. */
function countsOf(having: Having, t: (key: string, values: { count: number }) => string) {
  return fulfilments.flatMap((key) => {
    const count = having("fulfilment", key);
    return count > 0 ? [{ key, name: t(`counts.${key}`, { count }) }] : [];
  });
}
