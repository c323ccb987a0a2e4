/**
 * The chain by which the audit log is sealed. A seal holds a hash of every event of its batch, and the hash of the seal
 * before: to alter, take away or slip in an event, all seals since would have to be made anew, and the last one's hash
 * (the head) is known outside of the database, from logs and from those who asked for it.
 */
import { createHash } from "node:crypto";

/** What a seal keeps of one event. */
export interface SealedEvent {
  /** Its place in the log. */
  seq: bigint;
  /** Whether it tells of accounts: a backup without people leaves it out. */
  isPersonal: boolean;
  /** SHA-256 of what it says. */
  hash: Buffer;
}

/** A seal as the database keeps it. */
export interface Seal {
  no: bigint;
  /** The place of its last event. The next seal begins behind it. */
  lastSeq: bigint;
  /** Its events, packed (`packed`). */
  events: string;
  /** The hash of the seal before; empty for the first. */
  previous: string;
  hash: string;
}

/** No seal has more events. */
export const mostEvents = 250;

const hashLength = 32;
const width = 8 + 1 + hashLength;

/** The hash of what an event says, written as `eventText` has it. */
export function eventHash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Events in one text: of each its place, whether it is personal, and its hash. */
export function packed(events: readonly SealedEvent[]): string {
  const bytes = Buffer.alloc(events.length * width);
  events.forEach(({ seq, isPersonal, hash }, index) => {
    const at = index * width;
    bytes.writeBigInt64BE(seq, at);
    bytes.writeUInt8(isPersonal ? 1 : 0, at + 8);
    hash.copy(bytes, at + 9, 0, hashLength);
  });
  return bytes.toString("base64");
}

/** The events that were packed, or null for what no packing made. */
export function unpacked(text: string): SealedEvent[] | null {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length % width !== 0 || bytes.toString("base64") !== text) return null;
  return Array.from({ length: bytes.length / width }, (_, index) => {
    const at = index * width;
    return {
      seq: bytes.readBigInt64BE(at),
      isPersonal: bytes.readUInt8(at + 8) === 1,
      hash: bytes.subarray(at + 9, at + width),
    };
  });
}

/** The hash of a seal over all else that it holds. */
export function sealHash({ no, lastSeq, events, previous }: Omit<Seal, "hash">): string {
  const text = ["entente audit seal 1", no, lastSeq, previous, events].join("\n");
  return createHash("sha256").update(text).digest("hex");
}

/** The seal of these events, which are not empty and in order, behind the last one, if there is one. */
export function nextSeal(last: Pick<Seal, "no" | "hash"> | null, sealed: readonly SealedEvent[]): Seal {
  const seal = {
    no: (last?.no ?? 0n) + 1n,
    lastSeq: sealed.at(-1)!.seq,
    events: packed(sealed),
    previous: last?.hash ?? "",
  };
  return { ...seal, hash: sealHash(seal) };
}

/** Whether a seal holds together and follows on the one before; its events then, else null. */
export function eventsOfSeal(
  seal: Seal,
  before: Pick<Seal, "no" | "hash" | "lastSeq"> | null,
): SealedEvent[] | null {
  const follows = seal.no === (before?.no ?? 0n) + 1n && seal.previous === (before?.hash ?? "");
  if (!follows || seal.hash !== sealHash(seal)) return null;
  const events = unpacked(seal.events);
  return events?.at(-1)?.seq === seal.lastSeq ? events : null;
}

/** An event as it stands in the log today. */
export interface StandingEvent {
  seq: bigint;
  id: string;
  /** What it says (`eventText`). */
  text: string;
}

/** Which sealed events may be missing. */
export interface MayLack {
  /** Up to this place all may: their time was over, and the log says so. */
  prunedTo: bigint;
  /** Up to this place those that tell of accounts may: the database was restored from a backup without people. */
  leftOutTo: bigint;
}

export type ChainFault =
  { fault: "altered" | "inserted"; seq: bigint; id: string } | { fault: "removed"; seq: bigint };

/**
 * Compares the events of one seal with those that stand where it says, both in order. Returns the first that was altered,
 * removed or inserted, else how many stand and how many may be missing and are.
 */
export function compareWithSeal(
  sealed: readonly SealedEvent[],
  standing: readonly StandingEvent[],
  { prunedTo, leftOutTo }: MayLack,
): ChainFault | { fault: null; present: number; missing: number } {
  let at = 0;
  let missing = 0;
  for (const { seq, isPersonal, hash } of sealed) {
    const event = standing[at];
    if (event && event.seq < seq) return { fault: "inserted", seq: event.seq, id: event.id };
    if (event?.seq === seq) {
      if (!eventHash(event.text).equals(hash)) return { fault: "altered", seq, id: event.id };
      at += 1;
    } else if (seq <= prunedTo || (isPersonal && seq <= leftOutTo)) missing += 1;
    else return { fault: "removed", seq };
  }
  const more = standing[at];
  return more ? { fault: "inserted", seq: more.seq, id: more.id } : { fault: null, present: at, missing };
}
