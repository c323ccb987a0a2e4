/**
 * Reads the bodies of requests whole, before anything waits for them: a client that sends half a form holds a place
 * of its own here, and none at Next. What all of them hold in memory is bounded, and shared among the clients.
 */
import type { IncomingMessage } from "node:http";
import { TooBusy } from "@/lib/fair-queue";

/** How much one request may carry, in bytes. */
export const MAX_BODY = 1024 * 1024;

/** Thrown for a body that grows beyond the limit. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Thrown for a body of which nothing more comes. */
export class TooSlow extends Error {
  override readonly name = "TooSlow";
}

/** Thrown where the client went away before its body was whole: an answer would reach no reader. */
export class ClientGone extends Error {
  override readonly name = "ClientGone";
}

/** Whether a request says beforehand that it carries more than it may, in bytes. */
export function saysTooMuch(request: IncomingMessage, most = MAX_BODY): boolean {
  return Number(request.headers["content-length"] ?? 0) > most;
}

export interface BodyLimits {
  /** Bodies of one client that are not whole yet. */
  unfinishedPerClient: number;
  /** Bytes in memory, those of whole bodies that are worked on included: of one client, and of all. */
  bytesPerClient: number;
  bytes: number;
  /** Milliseconds after which a body of which nothing more comes is given up. */
  pause: number;
}

const usual: BodyLimits = {
  unfinishedPerClient: 24,
  bytesPerClient: 16 * MAX_BODY,
  bytes: 128 * MAX_BODY,
  pause: 5000,
};

/** What one client has here. */
interface Share {
  bytes: number;
  /** Bodies, whole or not. */
  bodies: number;
  /** Gives up a body that is not whole yet, with its bytes; in the order in which they came. */
  unfinished: Set<(error: Error) => void>;
}

/** Bytes that one body takes of its client's share. */
interface Held {
  add(bytes: number): void;
  release(): void;
}

export class RequestBodies {
  #bytes = 0;
  readonly #shares = new Map<string, Share>();

  constructor(readonly limits: BodyLimits = usual) {}

  /** How many bytes are held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Reads a request's body and does the work with it; the body counts as held until the work is done.
   * @throws {TooBusy} where the client, or all of them, hold too much.
   * @throws {TooLarge | TooSlow | ClientGone}
   */
  async run<T>(request: IncomingMessage, client: string, work: (body: Buffer) => Promise<T>): Promise<T> {
    const share = this.#shares.get(client) ?? { bytes: 0, bodies: 0, unfinished: new Set() };
    if (share.unfinished.size >= this.limits.unfinishedPerClient)
      throw new TooBusy("the client has sent too many requests in part");
    this.#shares.set(client, share);
    share.bodies += 1;
    const held = this.#hold(share);
    try {
      return await work(await readWhole(request, share, held, this.limits.pause));
    } finally {
      held.release();
      share.bodies -= 1;
      if (share.bodies === 0) this.#shares.delete(client);
    }
  }

  #hold(share: Share): Held {
    let held = 0;
    const change = (by: number) => {
      held += by;
      share.bytes += by;
      this.#bytes += by;
    };
    return {
      add: (bytes) => {
        this.#makeRoom(share, bytes);
        change(bytes);
      },
      release: () => change(-held),
    };
  }

  /** Where there is no room, the client that holds the most loses what it has sent in part. @throws {TooBusy} */
  #makeRoom(share: Share, bytes: number): void {
    if (share.bytes + bytes > this.limits.bytesPerClient) throw new TooBusy("the client holds too much");
    while (this.#bytes + bytes > this.limits.bytes) {
      const largest = this.#largestUnfinished();
      // To take from a client that then has less than this one would only move the refusal.
      if (!largest || largest.bytes <= share.bytes + bytes) throw new TooBusy("all hold too much");
      [...largest.unfinished].at(-1)?.(new TooBusy("another client has less"));
    }
  }

  #largestUnfinished(): Share | undefined {
    let largest: Share | undefined;
    for (const share of this.#shares.values())
      if (share.unfinished.size > 0 && share.bytes > (largest?.bytes ?? 0)) largest = share;
    return largest;
  }
}

function readWhole(request: IncomingMessage, share: Share, held: Held, pause: number): Promise<Buffer> {
  return new Promise<Buffer>((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const stop = () => {
      clearTimeout(timer);
      share.unfinished.delete(fail);
      request.off("data", take).off("end", end).off("close", gone);
    };
    const fail = (error: Error) => {
      stop();
      pieces.length = 0;
      held.release();
      reject(error);
    };
    const gone = () => fail(new ClientGone());
    const end = () => {
      stop();
      resolve(Buffer.concat(pieces, length));
    };
    const take = (piece: Buffer) => {
      timer.refresh();
      length += piece.length;
      if (length > MAX_BODY) return fail(new TooLarge());
      try {
        held.add(piece.length);
      } catch (error) {
        return fail(error as Error);
      }
      pieces.push(piece);
    };
    const timer = setTimeout(() => fail(new TooSlow()), pause);
    share.unfinished.add(fail);
    // Stays attached, so that a connection which breaks later throws nowhere; `close` follows the error.
    request.on("error", () => undefined);
    if (request.destroyed) return gone();
    request.on("data", take).once("end", end).once("close", gone);
  });
}
