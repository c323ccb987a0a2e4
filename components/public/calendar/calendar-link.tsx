import { useTranslations } from "next-intl";
import { calendarPath, localPath } from "@/lib/routes";
import type { Setting } from "../frame/setting";

/** The way to a dossier's calendar. */
export function CalendarLink({ setting: { locale, slug } }: { setting: Pick<Setting, "locale" | "slug"> }) {
  const t = useTranslations("calendar");
  return (
    <a className="screen-only font-sans text-label" href={localPath(locale, calendarPath(slug))}>
      {t("link")}
    </a>
  );
}
