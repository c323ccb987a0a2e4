/** A day and a time on the clocks of a place, as the one moment that is meant. */
import { DateTime, IANAZone } from "luxon";
import { zoneName } from "./zone-names";

export interface LocalTime {
  /** `2026-12-03` */
  day: string;
  /** `09:00`, in 24 hours. */
  time: string;
  /** `Asia/Almaty` */
  zone: string;
}

/** The moment, or which part is wrong and why, as a code of messages under `problems`. */
export type ReadLocalTime = { ok: true; at: Date } | { ok: false; field: keyof LocalTime; code: string };

/**
 * Reads a local time. One that clocks skip, as they are put forward, is refused; of one that they show twice, as they are put
 * back, the first is meant.
 */
export function readLocalTime({ day, time, zone }: LocalTime): ReadLocalTime {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? DateTime.fromISO(day, { zone: "utc" }) : null;
  if (!date?.isValid) return { ok: false, field: "day", code: "schedule.noDay" };
  // Browsers add seconds where their clock shows them.
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$/.test(time))
    return { ok: false, field: "time", code: "schedule.noTime" };
  if (zone.length > 64 || !IANAZone.isValidZone(zone))
    return { ok: false, field: "zone", code: "schedule.noZone" };
  const wanted = `${day}T${time.slice(0, 5)}`;
  const read = DateTime.fromISO(wanted, { zone });
  const shown = (moment: DateTime) => moment.toFormat("yyyy-MM-dd'T'HH:mm");
  if (shown(read) !== wanted) return { ok: false, field: "time", code: "schedule.skipped" };
  const anHourBefore = read.minus({ hours: 1 });
  return { ok: true, at: (shown(anHourBefore) === wanted ? anHourBefore : read).toJSDate() };
}

/** What clocks of a place show at a moment, with its zone by the name of today; in UTC where there is no such zone. */
export function localTimeAt(at: Date, zone: string): LocalTime {
  const known = zone.length <= 64 && IANAZone.isValidZone(zone) ? zone : "UTC";
  const local = DateTime.fromJSDate(at, { zone: known });
  return { day: local.toFormat("yyyy-MM-dd"), time: local.toFormat("HH:mm"), zone: zoneName(known) };
}
