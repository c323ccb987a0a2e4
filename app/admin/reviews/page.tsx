import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { kindAtPath } from "@/lib/domain/kinds/registry";
import { requireVisitor } from "@/lib/auth/session";
import { dossierById } from "@/lib/desk/read/choices";
import { reviewQueue, waitingReviews } from "@/lib/desk/review/read-reviews";
import { listHref } from "../parts/list-query";
import { countedUpTo } from "../wording/counted";
import { ReviewLines } from "../parts/review-lines";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (asked: string | string[] | undefined) => (typeof asked === "string" ? asked : undefined);

/** Where the record is that was just accepted; null for all that is no record's place at the desk. */
function acceptedPath(asked: string | undefined): string | null {
  const [list = "", id] = asked?.split("/", 2) ?? [];
  return kindAtPath(list) && z.uuid().safeParse(id).success ? `/admin/${list}/${id}` : null;
}

/** What the queue of reviews is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.review"))("title") };
}

/** What waits for review, the longest first: of all dossiers, or of one. */
export default async function ReviewsPage({ searchParams }: Props) {
  const actor = await requireVisitor("read");
  const { dossier: wanted, after, ...asked } = await searchParams;
  const [dossierId, accepted] = [one(wanted), acceptedPath(one(asked.accepted))];
  const [queue, count, dossier, t] = await Promise.all([
    reviewQueue(actor, { dossierId, after: one(after) }),
    waitingReviews(actor),
    dossierId ? dossierById(actor, dossierId) : null,
    getTranslations("desk.review"),
  ]);
  const dossiers = new Map(queue.rows.flatMap(({ dossier: of }) => (of ? [[of.id, of.title] as const] : [])));
  return (
    <>
      <header className="list-head">
        <h1>{t("title")}</h1>
      </header>
      {queue.rows.length > 0 && <p className="mb-5 max-w-measure">{countedUpTo(count, t)}</p>}
      {accepted && (
        <p role="status" className="notice border-ok">
          {t("accepted")} <a href={accepted}>{t("openAccepted")}</a>
        </p>
      )}
      <nav aria-label={t("byDossier")} className="btn-row mb-5">
        {dossier ? (
          <>
            <span>{t("ofDossier", { dossier: dossier.title })}</span>
            <a href="/admin/reviews">{t("allDossiers")}</a>
          </>
        ) : (
          dossiers.size > 1 &&
          [...dossiers].map(([id, title]) => (
            <a key={id} href={listHref("/admin/reviews", {}, { dossier: id })}>
              {title}
            </a>
          ))
        )}
      </nav>
      <ReviewLines rows={queue.rows} />
      {queue.next && (
        <p className="mt-5">
          <a href={listHref("/admin/reviews", {}, { dossier: dossierId ?? null, after: queue.next })}>
            {t("more")}
          </a>
        </p>
      )}
    </>
  );
}
