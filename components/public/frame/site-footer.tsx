import { useTranslations } from "next-intl";
import { aboutPath, calendarPath, localPath, peoplePath } from "@/lib/routes";

interface Props {
  siteName: string;
  licence: { name: string; url: string };
  locale: string;
}

/** The foot of every readers' page: the terms of the content, and the feed of all changes. */
export function SiteFooter({ siteName, licence, locale }: Props) {
  const t = useTranslations("site");
  return (
    <footer className="mt-24 border-t border-ink">
      <div className="mx-auto flex max-w-page flex-wrap justify-between gap-x-10 gap-y-2 px-5 py-6 font-sans text-label text-muted sm:px-8">
        <p>
          {t.rich("licence", {
            site: siteName,
            link: () => (
              <a href={licence.url} rel="license external">
                {licence.name}
              </a>
            ),
          })}
        </p>
        <p className="screen-only flex flex-wrap gap-x-6 gap-y-2">
          <a href={localPath(locale, "/")}>{t("allDossiers")}</a>
          <a href={localPath(locale, aboutPath)}>{t("about")}</a>
          <a href={localPath(locale, peoplePath)}>{t("people")}</a>
          <a href={localPath(locale, calendarPath())}>{t("calendar")}</a>
          <a href="/feed.atom" type="application/atom+xml">
            {t("feed")}
          </a>
        </p>
      </div>
    </footer>
  );
}
