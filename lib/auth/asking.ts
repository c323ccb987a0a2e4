/** From where the present request came, for the audit log and the server's own. */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestListener } from "node:http";
import { clientAddress } from "./client-address";

/** What is known of a request while it is answered. */
export interface Asking {
  /** The caller's network address. */
  address: string;
  /** The id by which the server's log names the request, and the answer its caller. */
  requestId: string;
  /** Without its query. */
  path: string;
  /** Whose session it brought, once that was asked for. */
  by?: { id: string; name: string };
}

// Next bundles its own copy of this module: the two meet in one place of the process.
const place = Symbol.for("entente.asking");
const shared = globalThis as { [place]?: AsyncLocalStorage<Asking> };
const asked = (shared[place] ??= new AsyncLocalStorage());

/** The request that is being answered; null outside of one, as at the command line and in the background. */
export function asking(): Asking | null {
  return asked.getStore() ?? null;
}

/** Runs work in the name of a request. */
export function whileAsking<T>(request: Asking, work: () => T): T {
  return asked.run(request, work);
}

/** The header in which the entrance tells Next by what id it names a request of the desk. */
export const requestIdHeader = "x-entente-request";

/** Has what is done for a request of the desk know where it came from. `server.ts` alone sets the headers that say so. */
export function withAsking(handler: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const { [requestIdHeader]: requestId, "x-forwarded-for": forwardedFor } = incoming.headers;
    if (typeof requestId !== "string") return void handler(incoming, outgoing);
    const address = clientAddress(typeof forwardedFor === "string" ? forwardedFor : null);
    const path = (incoming.url ?? "/").split("?", 1)[0]!;
    whileAsking({ address, requestId, path }, () => handler(incoming, outgoing));
  };
}
