import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Actor, may } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { abilityToAdd } from "@/lib/desk/limits";
import { scheduledFor } from "@/lib/desk/scheduled/read-scheduled";
import { lastHeartbeat } from "@/lib/jobs/heartbeat";
import { heartbeatHolds } from "@/lib/jobs/heartbeat-holds";
import { dashboard } from "@/lib/desk/read/dashboard";
import { openReports } from "@/lib/desk/reports/read-reports";
import { reviewQueue, waitingReviews } from "@/lib/desk/review/read-reviews";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { isPublic, isWaiting } from "@/lib/domain/lifecycle";
import { CountsTable } from "./parts/counts-table";
import { Changes } from "./parts/changes";
import { EntryLines } from "./parts/entry-lines";
import { ReviewLines } from "./parts/review-lines";
import { ScheduledLines, ScheduleNotices } from "./parts/scheduled-parts";
import { countedUpTo } from "./wording/counted";
import { instantWords } from "./wording/instant";
import { SeeAll } from "./parts/see-all";

/** How many reports of readers are open, for those who may read them; nothing while there are none. */
async function OpenReports({ actor }: { actor: Actor }) {
  const count = may(actor, "publish") ? await openReports(actor) : 0;
  if (count === 0) return null;
  const t = await getTranslations("desk.reports");
  return (
    <p className="mb-5">
      <a href="/admin/reports">{countedUpTo(count, t)}</a>
    </p>
  );
}

/** What the dashboard is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.dashboard"))("title") };
}

/** How many of what waits for review stand on the dashboard. */
const shownReviews = 5;

/** What waits, what changed, what lacks a source, and where to begin something new. */
export default async function DashboardPage() {
  const actor = await requireVisitor("read");
  const [{ drafts, changes, unsourced, unverified, unsourcedCounts, counts }, scheduled, t, tSchedule] =
    await Promise.all([
      dashboard(actor),
      scheduledFor(actor),
      getTranslations("desk.dashboard"),
      getTranslations("desk.schedule"),
    ]);
  const [reviews, waiting, tReview] = await Promise.all([
    reviewQueue(actor),
    waitingReviews(actor),
    getTranslations("desk.review"),
  ]);
  return (
    <>
      <h1>{t("title")}</h1>
      <StartLinks actor={actor} />
      <Standstill />
      <ScheduleNotices actor={actor} unnoted={scheduled.unnoted} back="/admin" />
      <OpenReports actor={actor} />
      <div className="dashboard">
        <section aria-labelledby="reviews">
          <h2 id="reviews">{tReview("dashboard", { count: waiting })}</h2>
          <ReviewLines rows={reviews.rows.slice(0, shownReviews)} />
          {waiting > shownReviews && <a href="/admin/reviews">{tReview("seeAll")}</a>}
        </section>
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t("drafts")}</h2>
          <EntryLines rows={drafts} none={t("draftsNone")} />
          <SeeAll counts={counts.filter(({ state }) => isWaiting(state))} filter="state=waiting" />
        </section>
        <section aria-labelledby="scheduled">
          <h2 id="scheduled">{tSchedule("dashboard")}</h2>
          <ScheduledLines waiting={scheduled.waiting} />
        </section>
        <section aria-labelledby="unsourced">
          <h2 id="unsourced">{t("unsourced")}</h2>
          {unsourced.length > 0 && <p className="field-help">{t("unsourcedHelp")}</p>}
          <EntryLines rows={unsourced} none={t("unsourcedNone")} />
          <SeeAll counts={unsourcedCounts} filter="sourced=no" />
        </section>
        <section aria-labelledby="unverified">
          <h2 id="unverified">{t("unverified")}</h2>
          {unverified.length > 0 && <p className="field-help">{t("unverifiedHelp")}</p>}
          <EntryLines rows={unverified} none={t("unverifiedNone")} tells="verified" />
          <SeeAll counts={counts.filter(({ state }) => isPublic(state))} filter="sort=verified" />
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">{t("changes")}</h2>
          <Changes changes={changes} />
        </section>
        <section aria-labelledby="counts">
          <h2 id="counts">{t("counts")}</h2>
          <CountsTable counts={counts} />
        </section>
      </div>
    </>
  );
}

/** Says since when nothing is done in the background, where that is so: what is scheduled would wait in silence. */
async function Standstill() {
  const [t, instant, at] = await Promise.all([
    getTranslations("desk.schedule"),
    instantWords(),
    lastHeartbeat(),
  ]);
  if (at && Date.now() - at.getTime() < heartbeatHolds) return null;
  return (
    <p className="notice notice-danger">
      {at ? t("standstill", { at: instant(at.toISOString()) }) : t("never")}
    </p>
  );
}

async function StartLinks({ actor }: { actor: Actor }) {
  const [t, tKinds] = await Promise.all([getTranslations("desk.dashboard"), getTranslations("kinds")]);
  if (!may(actor, "write")) return null;
  // What editors add daily comes first; a dossier is begun once.
  const order = [...kindKeys.filter((kind) => kind !== "dossier"), "dossier" as const];
  return (
    <nav aria-label={t("start")} className="start-links">
      {order
        .filter((kind) => may(actor, abilityToAdd(kind)))
        .map((kind) => (
          <a key={kind} href={`/admin/${kinds[kind].path}/new`} className="btn">
            {t("add", { one: tKinds(`${kind}.one`) })}
          </a>
        ))}
    </nav>
  );
}
