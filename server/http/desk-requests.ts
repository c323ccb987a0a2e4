/** The desk's requests on their way to Next: what is malformed is refused, and each client has its turns. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { FairQueue } from "@/lib/fair-queue";
import { networkOf } from "@/lib/network";
import { type Outcome, proxyDesk } from "@/server/next/desk-proxy";
import { isQueryMalformed } from "./canonical-address";
import type { HandlerSettings } from "./request-handler";
import { RequestBodies } from "./request-bodies";
import type { RequestOrigin } from "./request-origin";
import { sendUnknownAction } from "./send";
import { carriedBy, isUpload } from "./uploads";

/**
 * Requests under way at Next, and waiting, by what they do. A change ends with a page that Next fetches for it as a
 * reading: were they in one queue, changes could wait for themselves. Signing in is a change.
 */
const limits = {
  readings: { atOnce: 48, atOncePerClient: 16, waiting: 400, waitingPerClient: 100 },
  changes: { atOnce: 32, atOncePerClient: 12, waiting: 400, waitingPerClient: 100 },
  // Each is passed on as it comes, for as long as that takes.
  uploads: { atOnce: 12, atOncePerClient: 3, waiting: 60, waitingPerClient: 20 },
};

/** Hands a desk request with this path to Next. Anything but "sent" wants a page of ours. @throws {TooBusy} */
export type AnswerDesk = (
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  path: string,
) => Promise<Outcome | "malformed">;

export function answerDesk({ next, pages, development, isForeignAction }: HandlerSettings): AnswerDesk {
  const readings = new FairQueue(limits.readings);
  const changes = new FairQueue(limits.changes);
  const uploads = new FairQueue(limits.uploads);
  const bodies = new RequestBodies();
  const { store } = pages;
  return async (request, response, from, path) => {
    if (isQueryMalformed(request.url ?? "/")) return "malformed";
    const action = request.headers["next-action"];
    if (typeof action === "string" && isForeignAction(action, path)) {
      sendUnknownAction(request, response, from);
      return "sent";
    }
    const reads = request.method === "GET" || request.method === "HEAD";
    const client = networkOf(from.client);
    const handOn = async (body?: Buffer | Readable) => {
      // Who waited may have gone.
      if (response.destroyed) return "sent";
      const before = store.changes.position;
      return proxyDesk(next, request, response, from, {
        body,
        development,
        // A publication is seen by its editor when the answer says so; a mere save does not wait for that.
        written: () =>
          store.catchUp().then(() => (store.changes.position > before ? store.renewed() : undefined)),
      });
    };
    if (reads) return readings.run(client, handOn);
    if (isUpload(request)) return uploads.run(client, () => handOn(carriedBy(request)));
    // A turn is taken only once the body is whole: what is sent in part keeps no other request waiting.
    return bodies.run(request, client, (body) => changes.run(client, () => handOn(body)));
  };
}
