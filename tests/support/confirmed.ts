import { type AccountLimits, type Actor, actorFor } from "@/lib/auth/actor";

/** The actor of an account, of no limits where none are told, whose holder has signed in just now. */
export const confirmed = (user: { id: string; name: string; role: string } & Partial<AccountLimits>): Actor =>
  actorFor({ isLimited: false, limitedTo: [], ...user }, { isConfirmed: true });

/** An actor as they are, once they have proved anew who they are. */
export const sure = (actor: Actor): Actor => ({ ...actor, isConfirmed: true });
