import { getTranslations } from "next-intl/server";
import type { EntryPage } from "@/lib/desk/read/list";
import { listHref, type Asked } from "./list-query";

/** First, previous, next and last page. Pages have no numbers, for which all records would have to be counted. */
export async function ListPages({ path, asked, page }: { path: string; asked: Asked; page: EntryPage }) {
  const t = await getTranslations("desk.list");
  const { previous, next } = page;
  // An emptied page in the middle (a cursor whose rows are gone) still has to lead somewhere.
  const isAstray = page.rows.length === 0 && asked.cursor !== undefined;
  if (!previous && !next && !isAstray) return null;
  const to = (change: Record<string, string | null>) =>
    listHref(path, asked, { cursor: null, page: null, ...change });
  return (
    <nav aria-label={t("pages")} className="list-pages">
      <Page label={t("first")} href={previous || isAstray ? to({}) : null} />
      <Page label={t("previous")} href={previous && to({ cursor: previous })} />
      <Page label={t("next")} href={next && to({ cursor: next })} />
      <Page label={t("last")} href={next ? to({ page: "last" }) : null} />
    </nav>
  );
}

function Page({ label, href }: { label: string; href: string | null }) {
  return href ? (
    <a href={href} className="btn">
      {label}
    </a>
  ) : (
    <span className="list-page-off">{label}</span>
  );
}
