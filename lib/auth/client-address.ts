import "server-only";

/**
 * The caller's network address. `server.ts` drops what callers claim and sets the header itself; where it does
 * not run (plain `next dev`), all callers share one name, and one throttle.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
