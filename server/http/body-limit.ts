import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";

/** How much one request may carry, in bytes. */
export const MAX_BODY = 1024 * 1024;

/** Thrown into a body's stream when it grows beyond the limit. */
export class TooLarge extends Error {}

/** Whether a request says beforehand that it carries too much. */
export function saysTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > MAX_BODY;
}

/** A request's body, which fails with TooLarge once it has carried too much. */
export function limited(request: IncomingMessage): Transform {
  let carried = 0;
  const limit = new Transform({
    transform(piece: Buffer, _encoding, done) {
      carried += piece.length;
      if (carried > MAX_BODY) done(new TooLarge());
      else done(null, piece);
    },
  });
  request.once("aborted", () => limit.destroy(new Error("The client went away")));
  return request.pipe(limit);
}
