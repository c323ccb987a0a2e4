/** A year of trade offers the source of the newest other year, and leads to the next year that is missing. */
import "server-only";
import { entryChoices } from "@/lib/desk/read/choices";
import { sourceOfNewestYear, yearsReported } from "@/lib/desk/read/trade-years";
import { typedRows } from "@/lib/domain/fields/typed";
import { shownChoices } from "../wording/answers";
import { nextYear } from "./next-year";
import type { ServerPanel } from "./server-panel";

export const tradeYearPanel: ServerPanel = {
  async suggestedSource(actor, { dossierId, typed, id }) {
    const cites = typedRows(typed.citations ?? []).some(({ source }) => source);
    if (!dossierId || (id !== null && cites)) return null;
    const newest = await sourceOfNewestYear(actor, dossierId, { except: id });
    if (!newest) return null;
    const [choice] = await shownChoices(await entryChoices(actor, "source", { ids: [newest.sourceId] }));
    return choice ? { choice, citedBy: newest.citedBy } : null;
  },
  async following(actor, empty, { typed, dossier }) {
    const { reporter } = typed;
    const isReported = dossier && typeof reporter === "string";
    const taken = isReported ? await yearsReported(actor, dossier.id, reporter) : new Set<number>();
    // All that is not carried over begins with the figures.
    return { typed: nextYear(empty, typed, taken), focusOn: "exportsA" };
  },
};
