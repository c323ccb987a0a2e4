import { useTranslations } from "next-intl";
import { changesPathOf } from "@/lib/record-paths";
import { changesPath, localPath } from "@/lib/routes";
import type { Setting } from "../frame/setting";

type Where = Pick<Setting, "locale" | "slug">;

/** The way to what was added, changed and withdrawn in a dossier. */
export function ChangesLink({ setting: { locale, slug } }: { setting: Where }) {
  const t = useTranslations("changeLog");
  return (
    <a className="screen-only font-sans text-label" href={localPath(locale, changesPathOf(slug))}>
      {t("linkOf")}
    </a>
  );
}

/** The way to what was added, changed and withdrawn on the whole site. */
export function SiteChangesLink({ locale }: Pick<Setting, "locale">) {
  const t = useTranslations("changeLog");
  return (
    <p className="screen-only mt-6 font-sans text-label">
      <a href={localPath(locale, changesPath)}>{t("link")}</a>
    </p>
  );
}

/** The way to the published versions of a record; nothing while there is but one. */
export function VersionsLink({ setting, record }: { setting: Where; record: VersionedRecord }) {
  const t = useTranslations("changeLog");
  const { id, publishedAt, updatedAt } = record;
  if (id === undefined || publishedAt === updatedAt) return null;
  return (
    <a
      className="screen-only"
      href={localPath(setting.locale, changesPathOf(setting.slug, id))}
      rel="nofollow"
    >
      {t("versionsLink")}
    </a>
  );
}

interface VersionedRecord {
  /** Missing where a page is of several records. */
  id?: string;
  /** ISO instants of its first and of its latest publication. */
  publishedAt: string;
  updatedAt: string;
}
