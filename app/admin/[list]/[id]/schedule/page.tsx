import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScheduleForm } from "@/components/desk/schedule/schedule-form";
import { requireVisitor } from "@/lib/auth/session";
import { scheduledFor } from "@/lib/desk/scheduled/read-scheduled";
import { schedulable, type SchedulableMove } from "@/lib/desk/scheduled/scheduled-move";
import { isPublic, isWaiting } from "@/lib/domain/lifecycle";
import { localTimeAt } from "@/lib/domain/local-time";
import { zoneNames } from "@/lib/domain/zone-names";
import { scheduleRecord } from "../../../actions/schedule";
import { openPage, type RecordPageProps } from "../../../parts/open-record";
import { WhatBreaksLines } from "../../../parts/what-breaks";
import { RecordLines } from "../../../parts/record-lines";
import { toldZone } from "../../../wording/instant";

/** What the page on which a record is scheduled is called. */
export async function generateMetadata(props: RecordPageProps): Promise<Metadata> {
  const [{ entry }, t] = await Promise.all([openPage(props), getTranslations("desk.schedule")]);
  return { title: t("title", { record: entry.title || entry.id }) };
}

/** When a record is to be published or taken down, for those who may publish: a form for each that makes sense. */
export default async function SchedulePage(props: RecordPageProps) {
  const { list, id } = await props.params;
  const actor = await requireVisitor("publish", `/admin/${list}/${id}/schedule`);
  const [{ entry }, t, tForm, told] = await Promise.all([
    openPage(props),
    getTranslations("desk.schedule"),
    getTranslations("desk.form"),
    toldZone(),
  ]);
  const { waiting } = await scheduledFor(actor, id);
  const waits = (move: SchedulableMove) => waiting.find((one) => one.move === move);
  const makesSense: Record<SchedulableMove, boolean> = {
    publish: isWaiting(entry.state),
    unpublish: isPublic(entry.state) || waits("publish") !== undefined,
  };
  // Where nothing is said yet: tomorrow at nine, as a day on which it can still be thought about.
  const now = localTimeAt(new Date(Date.now() + 24 * 60 * 60 * 1000), told ?? "UTC");
  const changeNote = {
    name: "changeNote",
    label: t("changeNote"),
    help: tForm("changeNote.help"),
    type: "text" as const,
    autoComplete: "off",
  };
  const zones = [...new Set([now.zone, "UTC", ...zoneNames()])];
  return (
    <RecordLines entry={entry} heading={t("title", { record: entry.title || entry.id })}>
      <p className="max-w-measure">{t("lead")}</p>
      {schedulable
        .filter((move) => makesSense[move])
        .map((move) => {
          const one = waits(move);
          const at = one ? localTimeAt(new Date(one.dueAt), one.zone) : { ...now, time: "09:00" };
          return (
            <section key={move} aria-labelledby={move} className="mt-6">
              <h2 id={move} className="mb-3 border-b border-rule pb-1 font-semibold">
                {t(`forms.${move}`)}
              </h2>
              {move === "unpublish" && <WhatBreaksLines actor={actor} entry={entry} />}
              {one?.isOutdated && <p className="field-problem">{t("outdated")}</p>}
              <ScheduleForm
                action={scheduleRecord}
                hidden={{
                  ...{ kind: entry.kind, id, version: String(entry.version) },
                  ...{ move, replaces: one?.id ?? "" },
                }}
                fields={[
                  { name: "day", label: t("day"), type: "date", value: at.day, autoComplete: "off" },
                  { name: "time", label: t("time"), type: "time", value: at.time, autoComplete: "off" },
                  {
                    ...{
                      name: "zone",
                      label: t("zone"),
                      help: t("zoneHelp"),
                      type: "choice",
                      value: at.zone,
                    },
                    options: zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
                  },
                  ...(move === "publish" ? [changeNote] : []),
                ]}
                words={{
                  submit: t(one ? "again" : "submit"),
                  waiting: t("waiting"),
                  anyway: t("anyway"),
                }}
              />
            </section>
          );
        })}
    </RecordLines>
  );
}
