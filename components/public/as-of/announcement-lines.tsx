import { useLocale, useTranslations } from "next-intl";
import type { AsOf } from "@/lib/domain/as-of/as-of";
import { eitherOf } from "@/lib/domain/intl-formats";
import { FulfilmentText, Makers } from "../announcements/announcement-list";
import { pathTo, type Setting, type Viewed } from "../frame/setting";
import { ToldDate } from "./told-date";

type Found = AsOf<unknown, unknown, unknown, unknown, Viewed<"announcement">>["announcements"];

/** What had been announced by a day, and what it had come to. */
export function AnnouncementLines({ announcements, setting }: { announcements: Found; setting: Setting }) {
  const t = useTranslations("asOf");
  const locale = useLocale();
  return (
    <ul>
      {announcements.map(({ announcement, states: [state, ...others] }) => (
        <li key={announcement.id} className="border-t border-rule py-2 first:border-t-0 first:pt-0">
          <a href={pathTo(setting, announcement)}>{announcement.values.title}</a>
          <span className="label block">
            <Makers values={announcement.values} setting={setting} /> ·{" "}
            {t.rich("announced", { date: () => <ToldDate value={announcement.values.announced} /> })} ·{" "}
            {others.length === 0 && state !== "not-yet" ? (
              <FulfilmentText value={state} />
            ) : (
              t("or", {
                states: eitherOf(
                  [state, ...others].map((one) => t(`announcementWas.${one}`)),
                  locale,
                ),
              })
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
