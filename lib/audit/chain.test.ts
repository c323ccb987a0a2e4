import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareWithSeal,
  eventHash,
  eventsOfSeal,
  nextSeal,
  packed,
  type Seal,
  type SealedEvent,
  type StandingEvent,
  unpacked,
} from "./chain";

const nothingLacks = { prunedTo: 0n, leftOutTo: 0n };

interface Log {
  events: (StandingEvent & { isPersonal: boolean })[];
  seals: Seal[];
}

/** A log of events at rising places, sealed in batches of any size. */
const logs: fc.Arbitrary<Log> = fc
  .tuple(
    fc.array(
      fc.record({ text: fc.string(), step: fc.integer({ min: 1, max: 3 }), isPersonal: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 40,
      },
    ),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
  )
  .map(([given, sizes]) => {
    let seq = 0n;
    const events = given.map(({ text, step, isPersonal }, index) => {
      seq += BigInt(step);
      return { seq, id: `event-${index}`, text, isPersonal };
    });
    const seals: Seal[] = [];
    for (let at = 0, turn = 0; at < events.length; turn += 1) {
      const batch = events.slice(at, at + sizes[turn % sizes.length]!);
      seals.push(nextSeal(seals.at(-1) ?? null, batch.map(sealedFrom)));
      at += batch.length;
    }
    return { events, seals };
  });

const sealedFrom = ({ seq, isPersonal, text }: Log["events"][number]): SealedEvent => ({
  seq,
  isPersonal,
  hash: eventHash(text),
});

/** The first thing that is wrong with a log: a seal by its number, or an event by its place. */
function firstFault({ events, seals }: Log, mayLack = nothingLacks): string | null {
  let before: Seal | null = null;
  for (const seal of seals) {
    const sealed = eventsOfSeal(seal, before);
    if (!sealed) return `seal ${seal.no}`;
    const from = before?.lastSeq ?? 0n;
    const standing = events.filter(({ seq }) => seq > from && seq <= seal.lastSeq);
    const compared = compareWithSeal(sealed, standing, mayLack);
    if (compared.fault !== null) return `${compared.fault} ${compared.seq}`;
    before = seal;
  }
  return null;
}

const placed = logs.chain((log) => fc.tuple(fc.constant(log), fc.nat({ max: log.events.length - 1 })));

test("a log that was not touched is whole, and what was packed comes back", () => {
  fc.assert(
    fc.property(logs, (log) => {
      expect(firstFault(log)).toBeNull();
      const sealed = log.events.map(sealedFrom);
      expect(unpacked(packed(sealed))).toEqual(sealed);
    }),
  );
});

test("an event that is altered, removed or inserted is named, and none before it", () => {
  fc.assert(
    fc.property(placed, fc.string(), ([log, index], text) => {
      const event = log.events[index]!;
      const rest = log.events.filter((one) => one !== event);
      fc.pre(text !== event.text);
      const altered = { ...log, events: log.events.map((one) => (one === event ? { ...one, text } : one)) };
      expect(firstFault(altered)).toBe(`altered ${event.seq}`);
      expect(firstFault({ ...log, events: rest })).toBe(`removed ${event.seq}`);
      const free = event.seq - 1n;
      if (free > (log.events[index - 1]?.seq ?? 0n)) {
        const more = { seq: free, id: "slipped in", text, isPersonal: false };
        const events = log.events.flatMap((one) => (one === event ? [more, one] : [one]));
        expect(firstFault({ ...log, events })).toBe(`inserted ${free}`);
      }
    }),
  );
});

test("a seal that is made anew, altered, removed or moved breaks the chain there", () => {
  fc.assert(
    fc.property(placed, fc.string(), ([log, index], text) => {
      const at = index % log.seals.length;
      const seal = log.seals[at]!;
      const swap = (other: Seal) => ({ ...log, seals: log.seals.map((one) => (one === seal ? other : one)) });
      for (const part of ["events", "previous", "hash"] as const)
        if (seal[part] !== text) expect(firstFault(swap({ ...seal, [part]: text }))).toBe(`seal ${seal.no}`);
      expect(firstFault(swap({ ...seal, lastSeq: seal.lastSeq + 1n }))).toBe(`seal ${seal.no}`);
      if (at + 1 < log.seals.length) {
        const removed = { ...log, seals: log.seals.filter((one) => one !== seal) };
        expect(firstFault(removed)).toBe(`seal ${seal.no + 1n}`);
        // With all that it says put right, it is no longer the one that the next one names.
        const sealed = unpacked(seal.events)!.map((one) => ({ ...one, hash: eventHash(`${text}!`) }));
        const anew = nextSeal(log.seals[at - 1] ?? null, sealed);
        const events = log.events.map((one) =>
          sealed.some(({ seq }) => seq === one.seq) ? { ...one, text: `${text}!` } : one,
        );
        fc.pre(anew.hash !== seal.hash);
        expect(firstFault({ ...swap(anew), events })).toBe(`seal ${seal.no + 1n}`);
      }
    }),
  );
});

test("what was pruned, or left out of a backup, may be missing, and nothing else", () => {
  fc.assert(
    fc.property(placed, ([log, index]) => {
      const { seq } = log.events[index]!;
      const pruned = { ...log, events: log.events.filter((one) => one.seq > seq) };
      expect(firstFault(pruned, { prunedTo: seq, leftOutTo: 0n })).toBeNull();
      expect(firstFault(pruned)).toBe(`removed ${log.events[0]!.seq}`);
      const withoutPeople = { ...log, events: log.events.filter((one) => !one.isPersonal) };
      expect(firstFault(withoutPeople, { prunedTo: 0n, leftOutTo: log.events.at(-1)!.seq })).toBeNull();
      const firstOther = log.events.find((one) => !one.isPersonal);
      if (firstOther)
        expect(firstFault({ ...log, events: [] }, { prunedTo: 0n, leftOutTo: log.events.at(-1)!.seq })).toBe(
          `removed ${firstOther.seq}`,
        );
    }),
  );
});

test("what no packing made is not taken apart", () => {
  for (const text of ["x", "AAAA", "é", `${packed([{ seq: 1n, isPersonal: false, hash: eventHash("") }])}A`])
    expect(unpacked(text)).toBeNull();
});
