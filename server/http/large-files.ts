/** Sends files too large to be kept: compressed while they come, and never whole in memory. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FairQueue } from "@/lib/fair-queue";
import { largeFileBudget, OverBudget } from "@/server/next/render-budget";
import { encoder, encodingFor, shrinks } from "./encode";
import { commonHeaders, publicPolicy } from "./policy";

/** On their way to readers at once, of whom some read slowly. */
const sending = { atOnce: 64, atOncePerClient: 4, waiting: 100, waitingPerClient: 10 };
/** Being written by Next at once, each from a whole table. */
const making = { atOnce: 2, waiting: 100, waitingPerClient: 10 };
/** The most that a reader may take for a whole file, in milliseconds. */
const longestSending = 15 * 60_000;

export interface LargeFile {
  /** Asks for the file; null where it is not there any more. */
  open(): Promise<IncomingMessage | null>;
  client: string;
  secure: boolean;
  /** Aborted when the client goes. */
  gone: AbortSignal;
}

/** Sends one large file after another, in the turns of the clients that ask. */
export function largeFiles() {
  const queues = { sending: new FairQueue(sending), making: new FairQueue(making) };

  /** Resolves to whether there was such a file, once it is sent. @throws {TooBusy} */
  return (request: IncomingMessage, response: ServerResponse, file: LargeFile): Promise<boolean> =>
    queues.sending.run(file.client, async () => {
      const answer = await queues.making.run(file.client, async () => {
        file.gone.throwIfAborted();
        return file.open();
      });
      if (answer) await passThrough(request, response, answer, file.secure);
      return answer !== null;
    });
}

async function passThrough(
  request: IncomingMessage,
  response: ServerResponse,
  answer: IncomingMessage,
  secure: boolean,
): Promise<void> {
  const { "content-type": type, "content-disposition": disposition } = answer.headers;
  const encoding = shrinks(type) ? encodingFor(request.headers["accept-encoding"]) : "identity";
  response.writeHead(200, {
    ...commonHeaders(secure),
    ...publicPolicy,
    "cache-control": "public, no-cache",
    vary: "Accept-Encoding",
    ...(type ? { "content-type": type } : {}),
    ...(disposition ? { "content-disposition": disposition } : {}),
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  if (request.method === "HEAD") {
    answer.destroy();
    return void response.end();
  }
  const signal = AbortSignal.timeout(longestSending);
  const counted = atMostBytes(largeFileBudget.bytes);
  // Whichever of them ends early ends the others, and with them the work of Next.
  if (encoding === "identity") await pipeline(answer, counted, response, { signal });
  else await pipeline(answer, counted, encoder(encoding), response, { signal });
}

/** Lets so many bytes through, and fails with OverBudget at more. */
function atMostBytes(limit: number): Transform {
  let length = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      length += piece.length;
      if (length > limit) done(new OverBudget(`a file of more than ${limit} bytes`, "bytes"));
      else done(null, piece);
    },
  });
}
