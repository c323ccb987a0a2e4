import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { type Actor, may } from "@/lib/auth/actor";
import { reviewQueue } from "@/lib/desk/review/read-reviews";
import { reviewSetting } from "@/lib/desk/review/review-setting";
import { askForReviews } from "../../../actions/review";
import { dossierHome } from "@/lib/desk/read/dossier-home";
import { Changes } from "../../../parts/changes";
import { CountsTable } from "../../../parts/counts-table";
import { EntryLines } from "../../../parts/entry-lines";
import { lastVisit } from "../../../parts/last-visit";
import { openPage, type RecordPageProps } from "../../../parts/open-record";
import { instantWords } from "../../../wording/instant";

/** What the working home of a dossier is called: as the dossier. */
export async function generateMetadata(props: RecordPageProps): Promise<Metadata> {
  return { title: (await openPage(props)).entry.title };
}

/** Where one works on a dossier: what it holds, what waits, what changed since the last visit, and where it has gaps. */
export default async function DossierHomePage(props: RecordPageProps) {
  const { actor, entry } = await openPage(props);
  if (entry.kind !== "dossier") notFound();
  const since = await lastVisit();
  const [home, t, instant] = await Promise.all([
    dossierHome(actor, entry.id, since),
    getTranslations("desk.home"),
    instantWords(),
  ]);
  return (
    <>
      <header className="record-head" data-dossier={entry.id}>
        <p className="record-crumbs">
          <a href="/admin/dossiers">{(await getTranslations("kinds"))("dossier.many")}</a>
        </p>
        <h1>{entry.title}</h1>
        {entry.state === "trashed" && <p className="notice notice-warn">{t("trashed")}</p>}
        <p className="btn-row">
          <a href={`/admin/dossiers/${entry.id}`}>{t("record")}</a>
          <a href={`/admin/calendar?dossier=${entry.id}`}>{t("calendar")}</a>
          {entry.publicPath && <a href={entry.publicPath}>{t("onSite")}</a>}
        </p>
      </header>
      <div className="dashboard">
        <section aria-labelledby="holds">
          <h2 id="holds">{t("holds")}</h2>
          <CountsTable
            counts={home.counts}
            dossier={{ id: entry.id, canWrite: may(actor, "write") && entry.state !== "trashed" }}
          />
        </section>
        <section aria-labelledby="review">
          <h2 id="review">{(await getTranslations("desk.review"))("setting")}</h2>
          <ReviewOfDossier actor={actor} dossierId={entry.id} />
        </section>
        <section aria-labelledby="mine">
          <h2 id="mine">{t("mine")}</h2>
          <EntryLines rows={home.mine} none={t("mineNone")} />
        </section>
        <section aria-labelledby="others">
          <h2 id="others">{t(may(actor, "publish") ? "waitingForMe" : "others")}</h2>
          <EntryLines rows={home.others} none={t("othersNone")} />
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">{since ? t("changesSince", { at: instant(since) }) : t("changes")}</h2>
          <Changes changes={home.changes} />
        </section>
        <section aria-labelledby="unsourced">
          <h2 id="unsourced">{t("unsourced")}</h2>
          <EntryLines rows={home.unsourced} none={t("unsourcedNone")} />
        </section>
        <section aria-labelledby="unverified">
          <h2 id="unverified">{t("unverified")}</h2>
          <EntryLines rows={home.unverified} none={t("unverifiedNone")} tells="verified" />
        </section>
        <section aria-labelledby="gaps">
          <h2 id="gaps">{t("gaps")}</h2>
          <Gaps years={home.yearsWithoutTrade} dossierId={entry.id} canWrite={may(actor, "write")} />
        </section>
      </div>
    </>
  );
}

/** How many wait for review, and whether the dossier asks for it, which those who may publish decide. */
async function ReviewOfDossier({ actor, dossierId }: { actor: Actor; dossierId: string }) {
  const [t, setting, queue] = await Promise.all([
    getTranslations("desk.review"),
    reviewSetting(actor, dossierId),
    reviewQueue(actor, { dossierId }),
  ]);
  return (
    <>
      <p>{t(setting.asks ? "asks" : "asksNot")}</p>
      {queue.rows.length > 0 && (
        <p>
          <a href={`/admin/reviews?dossier=${dossierId}`}>{t("count", { count: queue.rows.length })}</a>
        </p>
      )}
      {may(actor, "publish") && (
        <AccountForm
          // Another setting is another form.
          key={setting.version}
          action={askForReviews}
          hidden={{
            ...{ dossier: dossierId, version: String(setting.version) },
            asks: setting.asks ? "no" : "yes",
          }}
          submit={t(setting.asks ? "askNot" : "ask")}
          waiting={t("sending")}
          grave
        />
      )}
    </>
  );
}

/** Runs of years as "1994–1997, 2003". */
function runsOf(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(", ");
}

async function Gaps({
  years,
  dossierId,
  canWrite,
}: {
  years: number[];
  dossierId: string;
  canWrite: boolean;
}) {
  const t = await getTranslations("desk.home");
  if (years.length === 0) return <p className="text-muted">{t("gapsNone")}</p>;
  return (
    <p>
      {t("yearsWithoutTrade", { years: runsOf(years) })}{" "}
      {canWrite && <a href={`/admin/trade/paste?dossier=${dossierId}`}>{t("pasteYears")}</a>}
    </p>
  );
}
