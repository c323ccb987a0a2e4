/** What the times and the place of a mission say against each other. Days are compared as far as they are known: only what surely disagrees is asked. */
import { countryInText } from "../countries";
import { liesOutside } from "../country-boxes";
import { isBefore } from "../partial-date";

interface Closure {
  closed?: string;
  reopened?: string;
}

interface Head {
  from?: string;
  to?: string;
}

interface Stated {
  opened?: string;
  closed?: string;
  closures?: readonly Closure[];
  heads?: readonly Head[];
  earlierTypes?: readonly Head[];
}

interface Seated {
  type?: string;
  receiving?: string;
  accreditedFrom?: string;
  latitude?: string;
  longitude?: string;
}

/** The country in which a mission sits; undefined for one to an organisation, which may sit anywhere. */
const seatOf = ({ type, receiving, accreditedFrom }: Seated) =>
  type === "permanent-mission" ? undefined : (accreditedFrom ?? receiving);

/** Whether a day surely lies before the mission opened or after it closed for good. */
const isOutside = (day: string | undefined, { opened, closed }: Stated) =>
  day !== undefined &&
  ((opened !== undefined && isBefore(day, opened)) || (closed !== undefined && isBefore(closed, day)));

/** Whether one interruption surely began while another lasted. */
const beganWithin = (one: Closure, other: Closure) =>
  one.closed !== undefined &&
  other.closed !== undefined &&
  other.reopened !== undefined &&
  isBefore(other.closed, one.closed) &&
  isBefore(one.closed, other.reopened);

/** Whether a head's time surely lay within an interruption. */
const wasWithin = ({ from, to }: Head, { closed, reopened }: Closure) =>
  from !== undefined &&
  to !== undefined &&
  closed !== undefined &&
  reopened !== undefined &&
  isBefore(closed, from) &&
  isBefore(to, reopened);

/** The rules, for the mission's definition. */
export const missionDoubts = [
  {
    severity: "doubt",
    on: "latitude",
    says: "doubt.mission.elsewhere",
    holds: (mission: Seated) => {
      const { latitude, longitude } = mission;
      const country = seatOf(mission);
      if (latitude === undefined || longitude === undefined || country === undefined) return true;
      return !liesOutside(country, Number(latitude), Number(longitude));
    },
    params: (mission: Seated) => ({ country: countryInText(seatOf(mission) ?? "") }),
  },
  {
    severity: "doubt",
    on: "closures",
    says: "doubt.mission.closureOutside",
    holds: (mission: Stated) =>
      !(mission.closures ?? []).some(
        ({ closed, reopened }) => isOutside(closed, mission) || isOutside(reopened, mission),
      ),
  },
  {
    severity: "doubt",
    on: "closures",
    says: "doubt.mission.closuresOverlap",
    holds: ({ closures = [] }: Stated) =>
      !closures.some((one) => closures.some((other) => other !== one && beganWithin(one, other))),
  },
  {
    severity: "doubt",
    on: "earlierTypes",
    says: "doubt.mission.levelOutside",
    // A mission that was raised opened as what it was first.
    holds: (mission: Stated) =>
      !(mission.earlierTypes ?? []).some(
        ({ from, to }) => isOutside(from, mission) || isOutside(to, mission),
      ),
  },
  {
    severity: "doubt",
    on: "heads",
    says: "doubt.mission.headOutside",
    // One may be named before the mission opens, and see to its end; not go before the one or come after the other.
    holds: ({ opened, closed, heads = [] }: Stated) =>
      !heads.some(
        ({ from, to }) =>
          (to !== undefined && opened !== undefined && isBefore(to, opened)) ||
          (from !== undefined && closed !== undefined && isBefore(closed, from)),
      ),
  },
  {
    severity: "doubt",
    on: "heads",
    says: "doubt.mission.headWhileClosed",
    holds: ({ heads = [], closures = [] }: Stated) =>
      !heads.some((head) => closures.some((closure) => wasWithin(head, closure))),
  },
] as const;
