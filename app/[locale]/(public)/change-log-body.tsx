import { useTranslations } from "next-intl";
import { ChangeLog } from "@/components/public/changes/change-log";
import { KindNav } from "@/components/public/changes/kind-nav";
import { Missing } from "@/components/public/frame/facts";
import type { ReadLog } from "./change-log";

/** A page of changes, with the ways to those of one kind and to earlier ones. */
export function ChangeLogBody({ log, path, ofSite }: { log: ReadLog; path: string; ofSite: boolean }) {
  const t = useTranslations("changeLog");
  const { kind, changes, isFirst, next } = log;
  const hrefOf = (before: string | null) => {
    const query = new URLSearchParams({ ...(kind && { kind }), ...(before && { before }) }).toString();
    return query ? `${path}?${query}` : path;
  };
  return (
    <>
      <KindNav path={path} kind={kind} />
      {changes.length === 0 ? (
        <p>
          <Missing>{t("none")}</Missing>
        </p>
      ) : (
        <ChangeLog changes={changes} ofSite={ofSite} />
      )}
      {(!isFirst || next) && (
        <nav aria-label={t("pages")} className="screen-only mt-8 flex flex-wrap gap-x-8 font-sans text-label">
          {!isFirst && <a href={hrefOf(null)}>{t("latest")}</a>}
          {next && (
            <a href={hrefOf(next)} rel="next">
              {t("earlier")}
            </a>
          )}
        </nav>
      )}
    </>
  );
}
