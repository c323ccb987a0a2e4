import { useTranslations } from "next-intl";
import { partPath, pathTo, type Setting } from "./setting";

/** The formats of a table that readers are offered. */
export const offeredFormats = ["csv", "xlsx", "json"] as const;
export const mediaTypes = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
} as const satisfies Record<(typeof offeredFormats)[number], string>;

/** As many lists as have their files in sight; of more they are a click away, not twenty stops of the tab key. */
const inSight = 2;

/** The same records as files: tables for programs, and the feed of the dossier's changes. */
export function DataLinks({ setting, lists }: { setting: Setting; lists: readonly string[] }) {
  const t = useTranslations("files");
  // Files are not translated: their address has no language.
  const plain = { ...setting, locale: "en" };
  const files = lists.flatMap((list) =>
    offeredFormats.map((format) => (
      <a key={list + format} href={`${partPath(plain, list)}.${format}`} type={mediaTypes[format]}>
        {lists.length > 1
          ? t("listFormat", { list: t(`lists.${list}`), format: format.toUpperCase() })
          : format.toUpperCase()}
      </a>
    )),
  );
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
