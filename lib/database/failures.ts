/** Whether the database is out of reach, by the codes that its drivers give, never by their words. */

/** Of sockets; of PostgreSQL (08 connection, 53 resources, 57P0 shutdown); of Prisma. */
const unreachable =
  /^(?:ECONN[A-Z]+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|08\w{3}|53\w{3}|57P0\d|P1001|P1002|P1008|P1017|P2024|P2028)$/;
/** As Prisma's adapter calls what it found. */
const unreachableKinds = ["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"];

/** Errors lie in one another no deeper than this. */
const depthLimit = 6;

/** Whether an error means that the database is out of reach, rather than that something is wrong with a query. */
export function isUnreachable(error: unknown): boolean {
  return codesOf(error).some((code) => unreachable.test(code) || unreachableKinds.includes(code));
}

/** Every code that an error, or what caused it, bears. Prisma keeps its adapter's error beside its own. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > depthLimit) return [];
  const { code, errorCode, originalCode, kind, cause, meta } = error as Record<string, unknown>;
  const own = [code, errorCode, originalCode, kind].filter((one) => typeof one === "string");
  const adapters = typeof meta === "object" && meta !== null && "driverAdapterError" in meta;
  return [
    ...own,
    ...codesOf(cause, depth + 1),
    ...(adapters ? codesOf(meta.driverAdapterError, depth + 1) : []),
  ];
}

// Next has a copy of this module of its own: what both know lies with the process.
const noted = globalThis as { ententeUnreachableAt?: number };

/** Notes that a connection or query of this process found the database out of reach. */
export function noteUnreachable(): void {
  noted.ententeUnreachableAt = Date.now();
}

/** When this process last found the database out of reach, in milliseconds since 1970; 0 for never. */
export const unreachableAt = (): number => noted.ententeUnreachableAt ?? 0;
