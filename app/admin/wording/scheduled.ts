/** What is scheduled, and what came of it, in words. */
import "server-only";
import { getTranslations } from "next-intl/server";
import type { ScheduleNotMade } from "@/components/desk/schedule/schedule-form";
import type { ScheduleOutcome } from "@/lib/desk/scheduled/schedule";
import type { ScheduledMove, ScheduleRefusal } from "@/lib/desk/scheduled/scheduled-move";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { zoneName } from "@/lib/domain/zone-names";
import { askedDoubts, namedProblems, namedRecords } from "./answers";
import { showInstant } from "./instant";

type Refused = Extract<ScheduleOutcome, { ok: false }>;

/** Why a record was not scheduled, as its form shows it. */
export async function refusedSchedule(
  kind: KindKey,
  outcome: Refused,
): Promise<Omit<ScheduleNotMade, "typed">> {
  const t = await getTranslations("desk");
  switch (outcome.reason) {
    case "time": {
      const tProblems = await getTranslations("problems");
      return { errors: { [outcome.problem.field]: tProblems(outcome.problem.code) } };
    }
    case "invalid":
      return { says: t("schedule.invalid"), lines: await namedProblems(kind, outcome.problems) };
    case "doubtful":
      return { says: t("schedule.doubtful"), doubts: await askedDoubts(outcome.doubts) };
    case "blocked":
      return { says: t(`form.blocked.${outcome.code}`), records: await namedRecords(outcome.records) };
    case "stale":
      return { says: t("schedule.stale", { name: outcome.by }) };
    case "taken":
      return { says: t("schedule.taken") };
    case "settled":
      return { says: t("schedule.settled") };
    case "missing":
      return { says: t("form.missing") };
  }
}

/** What waits, in one line: "To be published on 3 Dec 2026, 09:00 GMT+5 (Asia/Almaty)". */
export async function scheduledWords({ move, dueAt, zone }: ScheduledMove): Promise<string> {
  const t = await getTranslations("desk.schedule");
  return t(`waits.${move}`, { at: showInstant(dueAt, zone), zone: zoneName(zone) });
}

/** What came of something scheduled: what was done or why not, and what stands in the way. */
export interface ResultWords {
  says: string;
  lines: string[];
  records: Awaited<ReturnType<typeof namedRecords>>;
}

/** Puts a settled schedule in words; null for one that waits. */
export async function resultWords(one: ScheduledMove): Promise<ResultWords | null> {
  if (one.result === null) return null;
  const t = await getTranslations("desk.schedule");
  const about = { at: showInstant(one.dueAt, one.zone), name: one.madeByName };
  if (one.result.state === "done") {
    const minutes = Math.round(one.result.late / 60);
    return { says: t(`late.${one.move}`, { ...about, minutes }), lines: [], records: [] };
  }
  const { refusal } = one.result;
  const why = t(`refused.${refusal.reason}`, { name: "by" in refusal ? refusal.by : one.madeByName });
  const details = await refusalDetails(one.kind, refusal);
  return { says: t(`missed.${one.move}`, { ...about, why: details.why ?? why }), ...details };
}

async function refusalDetails(
  kind: KindKey,
  refusal: ScheduleRefusal,
): Promise<Omit<ResultWords, "says"> & { why?: string }> {
  const none = { lines: [], records: [] };
  switch (refusal.reason) {
    case "invalid":
      return { ...none, lines: await namedProblems(kind, refusal.problems) };
    case "doubtful":
      return { ...none, lines: await namedProblems(kind, refusal.doubts) };
    case "blocked": {
      const t = await getTranslations("desk.form.blocked");
      return { ...none, why: t(refusal.code), records: await namedRecords(refusal.records) };
    }
    case "changed":
    case "forbidden":
    case "noAccount":
    case "fault":
      return none;
  }
}
