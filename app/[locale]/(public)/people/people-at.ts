import type { ChangedSince } from "@/lib/domain/stood/course";
import { isToCome, type Moment } from "@/lib/domain/stood/moment";
import type { PeoplePage } from "@/lib/published/people-index";
import { stoodPeople } from "@/lib/published/stood/stood-people";

/** A page of the index of people as it stood at a moment, and what heads it. */
export interface PeopleAt extends PeoplePage {
  stood: {
    moment: Moment;
    /** Why there is nothing to show; null where there is. */
    nothing: { is: "before"; first: null } | { is: "too much" | "to come" } | null;
    since: readonly ChangedSince[];
    /** ISO instant of the latest change to what is shown. */
    changed: string;
  };
}

/** The index as it stood at a moment, a page of it. */
export async function peopleAt(moment: Moment, page: number): Promise<PeopleAt> {
  const without = (nothing: PeopleAt["stood"]["nothing"]): PeopleAt => ({
    ...{ people: [], all: 0, pages: 0 },
    stood: { moment, nothing, since: [], changed: moment.at },
  });
  if (isToCome(moment)) return without({ is: "to come" });
  const found = await stoodPeople(moment.at, page);
  if (found.is === "too much") return without({ is: found.is });
  const { people, all, pages, since, changed = moment.at } = found;
  if (all === 0) return without({ is: "before", first: null });
  return { people, all, pages, stood: { moment, nothing: null, since, changed } };
}
