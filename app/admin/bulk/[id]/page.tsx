import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FollowAlong } from "@/components/desk/lists/follow-along";
import { ActionForm } from "@/components/desk/sending/action-form";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type Actor, may } from "@/lib/auth/actor";
import { requireVisitor } from "@/lib/auth/session";
import { openChangeSet, type OpenChangeSet } from "@/lib/desk/bulk/read-change-set";
import { undoBulk } from "../../actions/bulk";
import { BrokenLines } from "../../parts/bulk-broken";
import { BulkItems } from "../../parts/bulk-items";
import { type Params, RunForm } from "../../parts/bulk-run";
import { instantWords } from "../../wording/instant";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Params>;
}

const opened = cache(async (id: string) => {
  const actor = await requireVisitor("read", `/admin/bulk/${id}`);
  const set = await openChangeSet(actor, id);
  if (!set) notFound();
  return { actor, set };
});

async function heading({ action, undoes, counts }: OpenChangeSet): Promise<string> {
  const t = await getTranslations("desk.bulk");
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const what = undoes ? t("undoOf", { action: t(`actions.${undoes}`) }) : t(`actions.${action}`);
  return t("title", { action: what, count });
}

/** What the page is called: by what is done, and to how many records. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { set } = await opened((await params).id);
  return { title: await heading(set) };
}

/** One act on many records: shown before it is done, while it is, and afterwards with what became of each. */
export default async function BulkPage({ params, searchParams }: Props) {
  const [{ actor, set }, asked, t, instant] = await Promise.all([
    opened((await params).id),
    searchParams,
    getTranslations("desk.bulk"),
    instantWords(),
  ]);
  const isAsked = set.state === "asked";
  return (
    <div className="record-middle">
      {set.state === "running" && <FollowAlong />}
      <header className="record-head">
        <h1>{await heading(set)}</h1>
        <p className="record-who">{t("by", { name: set.madeByName, at: instant(set.madeAt) })}</p>
      </header>
      {isAsked && set.isOwn && <RunForm actor={actor} set={set} asked={asked} />}
      {isAsked && (set.action === "unpublish" || set.action === "trash") && (
        <BrokenLines actor={actor} setId={set.id} />
      )}
      {!isAsked && <Progress actor={actor} set={set} />}
      <BulkItems items={set.items} state={set.state} />
    </div>
  );
}

async function Progress({ actor, set }: { actor: Actor; set: OpenChangeSet }) {
  const t = await getTranslations("desk.bulk");
  const { done, unchanged, refused, waiting } = set.counts;
  const total = done + unchanged + refused + waiting;
  const isToUndo =
    set.state === "done" &&
    done > 0 &&
    set.undoId === null &&
    set.action !== "undo" &&
    set.action !== "verify" &&
    may(actor, "write");
  return (
    <section
      aria-label={t("progress")}
      className={refused > 0 && set.state !== "running" ? "notice notice-warn" : "notice border-ok"}
    >
      <p role="status">
        {/* What others of the set hinder is tried again: until it is over, nothing is left as it was. */}
        {set.state === "running" ? (
          t("running", { done: done + unchanged, total })
        ) : (
          <>
            {t("finished")} {t("counts", { done, unchanged, refused })}
          </>
        )}
      </p>
      {set.state === "running" && (
        <progress value={done + unchanged} max={total} aria-label={t("progress")} className="w-full" />
      )}
      {set.undoId && (
        <p>
          <a href={`/admin/bulk/${set.undoId}`}>{t("undone")}</a>
        </p>
      )}
      {isToUndo && (set.isWhole ? <Undo set={set} /> : <p>{t("undoElsewhere")}</p>)}
    </section>
  );
}

/** The button that takes a set back. Where others changed some of its records since, it first has to be known that these stay. */
async function Undo({ set }: { set: OpenChangeSet }) {
  const t = await getTranslations("desk.bulk");
  const { changedSince } = set;
  const left = set.counts.done - changedSince;
  if (left === 0) return <p>{t("undoNothing")}</p>;
  return (
    <ActionForm action={undoBulk} className="space-y-4">
      <input type="hidden" name="id" value={set.id} />
      {changedSince > 0 && (
        <label className="flex gap-2">
          <input type="checkbox" name="isPartial" value="yes" required />{" "}
          {t("undoPartly", { count: changedSince })}
        </label>
      )}
      <button className="btn">{t("undo", { count: left })}</button>
    </ActionForm>
  );
}
