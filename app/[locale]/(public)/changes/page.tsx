import { getTranslations } from "next-intl/server";
import { changesPath, localPath } from "@/lib/routes";
import { readLog } from "../change-log";
import { ChangeLogBody } from "../change-log-body";
import { Frame } from "../frame";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";

/** What the page of the site's changes says of itself. */
export async function generateMetadata({ params }: Props) {
  const [{ locale }, t] = await Promise.all([params, getTranslations("changeLog")]);
  const [title, description] = [t("title"), t("description")];
  return pageMetadata({ locale, title, description, path: changesPath, unlisted: true });
}

/** What was added, changed and withdrawn on the whole site. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const [{ locale }, query, t] = await Promise.all([params, searchParams, getTranslations("changeLog")]);
  const log = await readLog(null, query);
  const path = localPath(locale, changesPath);
  return (
    <Frame
      locale={locale}
      trail={[{ name: t("title"), href: path }]}
      changed={log.changes[0]?.at}
      cited={{ title: t("title") }}
    >
      <h1 className="mt-10 text-title">{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure text-muted">{t("lead")}</p>
      <ChangeLogBody log={log} path={path} ofSite />
    </Frame>
  );
}
