/** The lifecycle table as SQL, so that a statement moves an entry from whatever state it finds, or not at all. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import { type EntryState, type MoveName, stateAfter, statesBefore } from "@/lib/domain/lifecycle";

/** The state that a move leads to, for a row with a column "state" in which it can begin. */
export function nextStateSql(move: MoveName): Prisma.Sql {
  const cases = statesBefore(move).map(
    (from) => Prisma.sql`WHEN ${from}::text THEN ${stateAfter(move, from)}::text`,
  );
  return Prisma.sql`CASE "state" ${Prisma.join(cases, " ")} END`;
}

/** Whether a move can begin in the state of a row; `among` leaves out further states. */
export function canBeginSql(move: MoveName, among: (state: EntryState) => boolean = () => true): Prisma.Sql {
  return Prisma.sql`"state" = ANY(${statesBefore(move).filter(among)}::text[])`;
}
