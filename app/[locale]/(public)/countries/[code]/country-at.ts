import { isToCome, type Moment } from "@/lib/domain/stood/moment";
import type { DossierState } from "@/lib/domain/dossier-state";
import { type ChangedInDossier, stoodStates } from "@/lib/published/stood/stood-states";

/** A country's dossiers as they stood at a moment, and what heads the page that shows them. */
export interface CountryAt {
  states: DossierState[];
  stood: {
    moment: Moment;
    /** Why there is nothing to show; null where there is. */
    nothing: { is: "before"; first: null } | { is: "too much" | "to come" } | null;
    since: readonly ChangedInDossier[];
    /** ISO instant of the latest change to what is shown. */
    changed: string;
  };
}

/** These dossiers, all that the country has now, as they stood at a moment. */
export async function countryAt(
  code: string,
  dossiers: readonly Pick<DossierState, "id">[],
  moment: Moment,
): Promise<CountryAt> {
  const without = (nothing: CountryAt["stood"]["nothing"]): CountryAt => ({
    states: [],
    stood: { moment, nothing, since: [], changed: moment.at },
  });
  if (isToCome(moment)) return without({ is: "to come" });
  const ids = dossiers.map(({ id }) => id);
  const found = await stoodStates(code, ids, moment.at);
  if (found.is === "too much") return without({ is: found.is });
  const { states, since, changed = moment.at } = found;
  if (states.length === 0) return without({ is: "before", first: null });
  return { states, stood: { moment, nothing: null, since, changed } };
}
