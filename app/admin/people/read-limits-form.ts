import { z } from "zod";

const tickName = /^in\.([0-9a-f-]{36})$/;

/** What a form says of the dossiers that an account is limited to: all, or those of which a box is ticked. */
export const scope = z.enum(["all", "some"]);

/** The ids of the dossiers whose boxes are ticked, among what a form sends besides its fields; null where anything else is. */
export function tickedDossiers(ticks: Record<string, unknown>): string[] | null {
  const ids = Object.keys(ticks).map((name) => tickName.exec(name)?.[1]);
  return ids.every((id) => z.uuid().safeParse(id).success) ? ids.flatMap((id) => id ?? []) : null;
}
