/** The person for whom work is done later, as they stand then. */
import "server-only";
import { database } from "@/lib/database/client";
import { type Actor, actorColumns, actorFor } from "./actor";

/**
 * The actor that an account stands for now, to do what its holder asked for while signed in. Null where the account was
 * closed or is gone; what it may do is asked of the actor as ever.
 */
export async function standingActor(userId: string): Promise<Actor | null> {
  const user = await database().user.findFirst({
    where: { id: userId, disabledAt: null },
    select: actorColumns,
  });
  return user && actorFor(user);
}
