import { type Actor, actorFor } from "@/lib/auth/actor";

/** The actor of an account whose holder has signed in just now. */
export const confirmed = (user: { id: string; name: string; role: string }): Actor =>
  actorFor(user, { isConfirmed: true });
