import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { subjectsAtDesk } from "@/lib/desk/settings/subjects";
import { choiceLabels } from "@/lib/domain/signs-called";
import { type DeskSearch, lastSearchPage, searchDesk } from "@/lib/desk/read/search";
import { longestAddress } from "@/lib/domain/readable-address";
import { EntryLines } from "../parts/entry-lines";
import { listHref, type Asked } from "../parts/list-query";

const shape = z.object({
  // A web address may be as long as one is recorded.
  q: z
    .string()
    .trim()
    .max(longestAddress)
    .refine((text) => text.isWellFormed())
    .catch(""),
  page: z.coerce.number().int().min(1).max(lastSearchPage).catch(1),
});

const path = "/admin/search";

/** What the search over all records is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.search"))("title") };
}

/** Searches all kinds of records, drafts and the trash included, by words or by a source's web address. */
export default async function DeskSearchPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireVisitor("read");
  const { q, page } = shape.parse(await searchParams);
  const [found, t] = await Promise.all([q ? searched(actor, q, page) : null, getTranslations("desk.search")]);
  return (
    <>
      <h1>{t("title")}</h1>
      <form className="list-filters" role="search" aria-label={t("title")}>
        <div className="list-search">
          <label htmlFor="q">{t("label")}</label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            aria-describedby="q-help"
            className="control"
            autoFocus={!q}
          />
        </div>
        <button className="btn-main">{t("go")}</button>
        <p id="q-help" className="field-help mt-0 basis-full">
          {t("help")}
        </p>
      </form>
      {found && <Found q={q} page={page} found={found} />}
    </>
  );
}

async function Found({ q, page, found }: { q: string; page: number; found: DeskSearch }) {
  const t = await getTranslations("desk.search");
  const { rows, hasPrevious, hasNext, isBeyond, isCorrected } = found;
  const to = (number: number) => listHref(path, { q }, { page: number > 1 ? String(number) : null });
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t("found", { q })}</h2>
      {isBeyond && <p className="field-help">{t("beyond")}</p>}
      {isCorrected && rows.length > 0 && <p className="field-help">{t("corrected")}</p>}
      <EntryLines rows={rows} none={t("none")} />
      {(hasPrevious || hasNext) && (
        <nav aria-label={t("pages")} className="list-pages">
          {hasPrevious && (
            <a href={to(page - 1)} className="btn">
              {t("previous")}
            </a>
          )}
          {hasNext && (
            <a href={to(page + 1)} className="btn">
              {t("next")}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

async function searched(actor: Actor, q: string, page: number): Promise<DeskSearch> {
  const [{ choices }, kept] = await Promise.all([getMessages(), subjectsAtDesk(actor)]);
  return searchDesk(actor, q, { page, choices: choiceLabels(choices, kept) });
}
