import { useTranslations } from "next-intl";
import { partPath, pathTo, type Setting } from "./setting";
import { TableLinks } from "./table-links";

/** As many lists as have their files in sight; of more they are a click away, not twenty stops of the tab key. */
const inSight = 2;

/** The same records as files: tables for programs, and the feed of the dossier's changes. */
export function DataLinks({ setting, lists }: { setting: Setting; lists: readonly string[] }) {
  const t = useTranslations("files");
  // Files are not translated: their address has no language.
  const plain = { slug: setting.slug, locale: "en" };
  const files = lists.map((list) => (
    <TableLinks
      key={list}
      list={lists.length > 1 ? list : undefined}
      pathOf={(format) => `${partPath(plain, list)}.${format}`}
    />
  ));
  const feed = (
    <a href={`${pathTo(plain)}/feed.atom`} type="application/atom+xml">
      {t("feed")}
    </a>
  );
  return (
    <div className="screen-only mt-12 border-t border-rule pt-4 font-sans text-label lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8">
      <p className="text-muted">{t("heading")}</p>
      {lists.length > inSight ? (
        <div>
          <details>
            <summary className="inline-block min-h-6 cursor-pointer text-accent">
              {t("each", { count: lists.length })}
            </summary>
            <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">{files}</p>
          </details>
          <p className="mt-2">{feed}</p>
        </div>
      ) : (
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {files}
          {feed}
        </p>
      )}
    </div>
  );
}
