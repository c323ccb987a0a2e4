/** What people have under way on the records of a list, in lines beside their states. */
import "server-only";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { underWay } from "@/lib/desk/review/read-reviews";

/** By the records' ids: that one waits for review or was returned, and how many open comments it has. */
export async function underWayLines(
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const [found, t] = await Promise.all([underWay(actor, ids), getTranslations("desk.review")]);
  return new Map(
    [...found].map(([id, { review, openComments }]) => [
      id,
      [
        ...(review ? [t(`listed.${review}`)] : []),
        ...(openComments > 0 ? [t("listed.comments", { count: openComments })] : []),
      ],
    ]),
  );
}
