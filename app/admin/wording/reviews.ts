/** Why what was submitted was not published, and what people are told, in words. */
import "server-only";
import { getTranslations } from "next-intl/server";
import type { ScheduleNotMade } from "@/components/desk/schedule/schedule-form";
import type { AcceptOutcome } from "@/lib/desk/review/settle";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { askedDoubts, namedProblems, namedRecords } from "./answers";

type Refused = Extract<AcceptOutcome, { ok: false }>;

/** Why a submission was not accepted, as its form shows it. */
export async function refusedAcceptance(
  kind: KindKey,
  outcome: Refused,
): Promise<Omit<ScheduleNotMade, "typed">> {
  const t = await getTranslations("desk");
  switch (outcome.reason) {
    case "invalid":
      return { says: t("review.invalid"), lines: await namedProblems(kind, outcome.problems) };
    case "doubtful":
      return { says: t("schedule.doubtful"), doubts: await askedDoubts(outcome.doubts) };
    case "blocked":
      return { says: t(`form.blocked.${outcome.code}`), records: await namedRecords(outcome.records) };
    case "stale":
    case "changed":
      return { says: t("review.changed", { name: outcome.by }) };
    case "gone":
    case "own":
      return { says: t(`review.${outcome.reason}`) };
    case "missing":
      return { says: t("form.missing") };
  }
}
