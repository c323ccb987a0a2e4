/** The pages above all dossiers as they stood at a moment, each with what heads it. */
import "server-only";
import type { DossierState } from "@/lib/domain/dossier-state";
import type { ChangedSince } from "@/lib/domain/stood/course";
import type { Moment } from "@/lib/domain/stood/moment";
import type { PeoplePage } from "../people-index";
import { atMoment, type ToCome } from "./at-moment";
import { stoodPeople } from "./stood-people";
import { type ChangedInDossier, stoodStates } from "./stood-states";

/** What heads such a page. */
export interface PageHead<C extends ChangedSince = ChangedSince> {
  moment: Moment;
  /** Why there is nothing to show; null where there is. */
  nothing: { is: "before"; first: null } | { is: "too much" } | ToCome | null;
  /** The latest first. */
  since: readonly C[];
  /** ISO instant of the latest change to what is shown. */
  changed: string;
}

/** These dossiers, all that a country has now, as they stood at a moment. */
export async function countryAt(
  code: string,
  dossiers: readonly Pick<DossierState, "id">[],
  moment: Moment,
): Promise<{ states: DossierState[]; stood: PageHead<ChangedInDossier> }> {
  const ids = dossiers.map(({ id }) => id);
  const found = await atMoment(moment, (at) => stoodStates(code, ids, at));
  const states = found.is === "stood" ? found.states : [];
  return { states, stood: headOf(moment, found, states.length > 0) };
}

/** A page of the index of people as it stood at a moment. */
export async function peopleAt(moment: Moment, page: number): Promise<PeoplePage & { stood: PageHead }> {
  const found = await atMoment(moment, (at) => stoodPeople(at, page));
  const { people, all, pages } = found.is === "stood" ? found : { people: [], all: 0, pages: 0 };
  return { people, all, pages, stood: headOf(moment, found, all > 0) };
}

type Found<C> =
  { is: "stood"; since: readonly C[]; changed: string | undefined } | { is: "too much" } | ToCome;

function headOf<C extends ChangedSince>(moment: Moment, found: Found<C>, isAny: boolean): PageHead<C> {
  const without = (nothing: PageHead["nothing"]) => ({ moment, nothing, since: [], changed: moment.at });
  if (found.is !== "stood") return without(found);
  if (!isAny) return without({ is: "before", first: null });
  return { moment, nothing: null, since: found.since, changed: found.changed ?? moment.at };
}
