/**
 * Files on their way to the desk. They are passed on as they come, and never held: whatever a client sends, this process has
 * a few pieces of it in memory.
 */
import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";
import { maxFileSize } from "@/lib/domain/files";
import { ClientGone, MAX_BODY, TooLarge, TooSlow } from "./request-bodies";

const uploadPath = "/admin/files";

/** How much an upload may carry, in bytes: a file, and what its form says around it. */
const mostUploaded = maxFileSize + 64 * 1024;
/** Milliseconds after which an upload of which nothing more comes is given up. */
const longestPause = 10_000;
/** How long anything but an upload may take to come whole, in milliseconds. */
const bodyTimeout = 30_000;
/** How long an upload may take to come whole, in milliseconds: 50 MB in this time are less than a megabit a second. */
export const uploadTimeout = 600_000;

/** Whether a request brings a file to the desk. */
export function isUpload({ method, url = "/" }: Pick<IncomingMessage, "method" | "url">): boolean {
  return method === "POST" && url.split("?", 1)[0] === uploadPath;
}

/** How much a request may carry, in bytes. */
export function mostCarried(request: IncomingMessage): number {
  return isUpload(request) ? mostUploaded : MAX_BODY;
}

/** Closes the connection of a request whose body has not come whole within its time. */
export function limitBodyTime(request: IncomingMessage): void {
  const { headers } = request;
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (!hasBody || isUpload(request)) return;
  const late = setTimeout(() => request.socket.destroy(), bodyTimeout).unref();
  const stop = () => clearTimeout(late);
  request.once("end", stop).once("close", stop);
}

/**
 * What a request carries, as a stream that fails with TooLarge, TooSlow or ClientGone where it is to be given up.
 */
export function carriedBy(request: IncomingMessage): Transform {
  let length = 0;
  const body = new Transform({
    transform(piece: Buffer, _encoding, done) {
      timer.refresh();
      length += piece.length;
      done(length > mostUploaded ? new TooLarge() : null, piece);
    },
  });
  const timer = setTimeout(() => {
    // What waits for its reader is no fault of the client's.
    if (body.writableNeedDrain) timer.refresh();
    else body.destroy(new TooSlow());
  }, longestPause);
  // It may fail before it is taken: who takes it asks for that.
  body.on("error", () => undefined);
  request.on("error", () => undefined);
  request.once("close", () => !request.readableEnded && body.destroy(new ClientGone()));
  body.once("close", () => {
    clearTimeout(timer);
    // What is left of it runs out unread.
    request.unpipe(body).resume();
  });
  request.once("end", () => clearTimeout(timer));
  request.pipe(body);
  return body;
}
