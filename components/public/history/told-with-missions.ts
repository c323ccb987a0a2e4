/** Which events say no more than a mission's own record does: that it was opened, or closed, on that date. */
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { Viewed } from "../frame/setting";

const marked = { "mission-opened": "opened", "mission-closed": "closed" } as const;

/**
 * The ids of the events that are told with a mission: those of its opening or closing at a date that one of these missions,
 * and no other, gives as its own. Where readers see the missions too, these would be told twice.
 */
export function toldWithMissions(
  events: readonly Viewed<DossierKindKey>[],
  missions: readonly Viewed<DossierKindKey>[],
): ReadonlySet<string> {
  const different = [...new Map(missions.filter(isOf("mission")).map((one) => [one.id, one])).values()];
  return new Set(
    events.filter(isOf("event")).flatMap(({ id, values: { type, date } }) => {
      const field = type && type in marked ? marked[type as keyof typeof marked] : undefined;
      const own = different.filter((one) => field && one.values[field] === date);
      return date !== undefined && own.length === 1 ? [id] : [];
    }),
  );
}

const isOf =
  <K extends DossierKindKey>(kind: K) =>
  (record: Viewed<DossierKindKey>): record is Viewed<K> =>
    record.kind === kind;
