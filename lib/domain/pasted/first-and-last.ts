/** Two days in one cell: "12–14 May 2024" in a column of first days fills the last one as well. */
import type { Kind } from "../kinds/define-kind";
import { readTypedDate } from "../typed-date";
import type { PastedRecord } from "./records";

/** Divides the cells of first days that hold two, in what a record's form would hold. A last day of its own stays. */
export function divideDays({ fields }: Pick<Kind, "fields">, { typed, cells }: PastedRecord): void {
  for (const [key, field] of Object.entries(fields)) {
    const cell = typed[key];
    if (field.kind !== "partialDate" || field.lastDay === undefined || typeof cell !== "string") continue;
    const place = cells.get(key);
    if (!place || typed[field.lastDay]) continue;
    const read = readTypedDate(cell);
    if (read.ok || read.problem !== "date.twoDates") continue;
    typed[key] = read.first;
    typed[field.lastDay] = read.last;
    cells.set(field.lastDay, place);
  }
}
