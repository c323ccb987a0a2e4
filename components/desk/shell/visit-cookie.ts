/** The cookie in which a browser keeps when the desk was used before: two instants, of the last use and of the visit before. */
export const visitCookie = "entente-visit";

/** Two uses of the desk further apart than that, in milliseconds, are two visits. */
const apart = 60 * 60 * 1000;

const shape = /^(\d{1,15})\.(\d{1,15})$/;

/** What the cookie says after a use now, by what it said before. */
export function visitNow(told: string | undefined, now: number): string {
  const [, last, before] = shape.exec(told ?? "") ?? [];
  if (last === undefined) return `${now}.0`;
  return Number(last) + apart < now ? `${now}.${last}` : `${now}.${before}`;
}

/** When the visit before this one ended, as an ISO instant; null where it is not known. */
export function visitBefore(told: string | undefined, now = Date.now()): string | null {
  const [, last, before] = shape.exec(told ?? "") ?? [];
  // The first page of a visit is asked for before its browser has told of it.
  const ended = last !== undefined && Number(last) + apart < now ? Number(last) : Number(before ?? 0);
  return ended > 0 && ended <= now ? new Date(ended).toISOString() : null;
}
