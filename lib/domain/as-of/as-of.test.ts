/** That the view of a day is what a replay of the dated facts, in their order, comes to. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type AsOf, asOf } from "./as-of";
import { hadCome, possibleStates, type Step } from "./possible-states";
import { agreementSteps, headOn, missionSteps, seatsOn, typesOn } from "./steps";

const sides = { parties: ["KZ", "MX"] } as const;
const isoDay = (number: number) => new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10);
const lastDay = 12_000;
const anyDay = fc.nat(lastDay);
/** Later than any day that a date of them can mean. */
const publishedAt = `${isoDay(lastDay + 4000)}T12:00:00.000Z`;

/** How much of a day a record tells. */
const blurs = ["day", "month", "year", "decade", "about", "between", "goes on", "unknown"] as const;
type Blur = (typeof blurs)[number];

function blurred(day: string, blur: Blur): string | undefined {
  const year = day.slice(0, 4);
  switch (blur) {
    case "day":
      return day;
    case "month":
      return day.slice(0, 7);
    case "year":
      return year;
    case "decade":
      return `${day.slice(0, 3)}X`;
    case "about":
      return `${year}~`;
    case "between":
      return `${Number(year) - 1}/${day}`;
    case "goes on":
      return `${day.slice(0, 7)}/..`;
    case "unknown":
      return undefined;
  }
}

/** So many days in their order, each with how much is told of it. */
const course = (most: number) =>
  fc
    .array(fc.record({ day: anyDay, blur: fc.constantFrom(...blurs) }), { minLength: 1, maxLength: most })
    .map((days) => days.toSorted((one, other) => one.day - other.day));

const made = fc.record({
  established: fc.record({ day: anyDay, blur: fc.constantFrom(...blurs) }),
  missions: fc.array(course(6), { maxLength: 4 }),
  agreements: fc.array(course(3), { maxLength: 4 }),
  announcements: fc.array(course(3), { maxLength: 4 }),
  visits: fc.array(
    fc.record({
      day: anyDay,
      blur: fc.constantFrom(...blurs),
      from: fc.constantFrom("KZ", "MX"),
      isOff: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  trade: fc.array(fc.record({ year: fc.integer({ min: 1990, max: 2025 }), isFiscal: fc.boolean() }), {
    maxLength: 5,
  }),
  on: anyDay,
});
type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;

/** Every interruption came to an end: what remains of an even number of days is the one on which it closed for good. */
const isClosed = (days: Made["missions"][number]) => days.length % 2 === 0;

/** What an announcement comes to, step by step. */
const outcomes = ["partly", "kept"] as const;

/** A dossier as its facts were, or as far as records tell of them. */
function dossierOf(
  { established, missions, agreements, announcements, visits, trade }: Made,
  isTold: boolean,
) {
  const say = ({ day, blur }: { day: number; blur: Blur }, mayBeUnknown = true) =>
    blurred(isoDay(day), !isTold || (blur === "unknown" && !mayBeUnknown) ? "day" : blur);
  return {
    established: say(established),
    missions: missions.map((days, index) => {
      const [opened, ...more] = days;
      const closed = isClosed(days) ? more.pop() : undefined;
      const closures = Array.from({ length: more.length / 2 }, (_, at) => {
        const [from, to] = [more[at * 2]!, more[at * 2 + 1]!];
        // Of one of the two the date is recorded, or there would be no row.
        return { closed: say(from), reopened: say(to, from.blur !== "unknown") };
      });
      return {
        id: `m${index}`,
        values: { opened: say(opened!), closures, ...(closed && { closed: say(closed, false) }) },
      };
    }),
    agreements: agreements.map((days, index) => {
      const [signed, entered, ended] = days.map((one) => say(one));
      const actions = [
        ...(days[1] ? [{ action: "entry-into-force" as const, date: entered }] : []),
        ...(days[2] ? [{ action: "termination" as const, date: ended }] : []),
      ];
      const inForce = days[2] ? ("no" as const) : days[1] ? ("yes" as const) : ("unknown" as const);
      // The whole course had come about when it was published.
      return { id: `a${index}`, values: { signedOn: signed, actions, inForce }, updatedAt: publishedAt };
    }),
    announcements: announcements.map((days, index) => {
      const [made, ...more] = days;
      const steps = more.map((one, at) => ({ what: "A step", date: say(one), fulfilment: outcomes[at]! }));
      const fulfilment = steps.at(-1)?.fulfilment ?? ("unknown" as const);
      return { id: `n${index}`, values: { announced: say(made!), steps, fulfilment } };
    }),
    visits: visits.map(({ from, isOff, ...one }, index) => ({
      id: `v${index}`,
      values: { from, began: say(one, false), ...(isOff && { notHeld: "cancelled" as const }) },
    })),
    trade: trade.map(({ year, isFiscal }, index) => ({
      id: `t${index}`,
      values: { year, ...(isFiscal && { period: "fiscal" }) },
    })),
  };
}

interface Ledger {
  established: boolean;
  missions: Map<string, string>;
  agreements: Map<string, string>;
  announcements: Map<string, string>;
  visits: { a: string[]; b: string[] };
  trade: string[];
}

/** Goes through everything that happened, day by day, up to the end of one. */
function replay({ established, missions, agreements, announcements, visits, trade, on }: Made): Ledger {
  const ledger: Ledger = {
    established: false,
    missions: new Map(),
    agreements: new Map(),
    announcements: new Map(),
    visits: { a: [], b: [] },
    trade: [],
  };
  const happened: { day: string; then: () => void }[] = [];
  const at = (day: number | string, then: () => void) =>
    happened.push({ day: typeof day === "string" ? day : isoDay(day), then });
  at(established.day, () => (ledger.established = true));
  missions.forEach((days, index) =>
    days.forEach(({ day }, step) => {
      const isEnd = isClosed(days) && step === days.length - 1;
      const state = isEnd ? "closed" : step % 2 === 0 ? "open" : "interrupted";
      at(day, () => ledger.missions.set(`m${index}`, state));
    }),
  );
  agreements.forEach((days, index) =>
    days.forEach(({ day }, step) =>
      at(day, () => {
        const signed = days.length > 1 ? "pending" : "unknown";
        ledger.agreements.set(`a${index}`, ([signed, "in-force", "ended"] as const)[step]!);
      }),
    ),
  );
  announcements.forEach((days, index) =>
    days.forEach(({ day }, step) =>
      at(day, () => ledger.announcements.set(`n${index}`, step === 0 ? "unknown" : outcomes[step - 1]!)),
    ),
  );
  visits.forEach(({ day, from, isOff }, index) => {
    if (!isOff) at(day, () => ledger.visits[from === "KZ" ? "a" : "b"].push(`v${index}`));
  });
  trade.forEach(({ year, isFiscal }, index) => {
    const end = `${isFiscal ? year + 1 : year}-12-31`;
    at(end, () => {
      if (ledger.trade.some((id) => endOf(trade[Number(id.slice(1))]!) !== end)) ledger.trade = [];
      ledger.trade.push(`t${index}`);
    });
  });
  happened.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  for (const { day, then } of happened) if (day <= isoDay(on)) then();
  return ledger;
}

const endOf = ({ year, isFiscal }: Made["trade"][number]) => `${isFiscal ? year + 1 : year}-12-31`;

interface Recorded {
  id: string;
}
type Seen = AsOf<Recorded, Recorded, Recorded, Recorded, Recorded>;
const statesIn = (found: readonly { id: string; states: string[] }[], id: string): string[] =>
  found.find((one) => one.id === id)?.states ?? ["not-yet"];
const missionsIn = ({ missions }: Seen) => missions.map(({ mission: { id }, states }) => ({ id, states }));
const agreementsIn = ({ agreements }: Seen) =>
  agreements.map(({ agreement: { id }, states }) => ({ id, states }));

const announcementsIn = ({ announcements }: Seen) =>
  announcements.map(({ announcement: { id }, states }) => ({ id, states }));

it("is the replay of the facts in their order where their days are known, and never denies it where they are not", () => {
  fc.assert(
    fc.property(made, (one) => {
      const truth = replay(one);
      const day = isoDay(one.on);
      const known = asOf(dossierOf(one, false), day, sides);
      const told = asOf(dossierOf(one, true), day, sides);

      // Compared by hand: ten thousand times a dozen expectations take long.
      const wrong: unknown[] = [];
      const holds = (is: boolean, ...what: unknown[]) => is || wrong.push(what);
      holds(known.established === (truth.established ? "yes" : "no"), "established", known.established);
      holds([undefined, "perhaps", known.established].includes(told.established), "told", told.established);
      const courses = [
        {
          key: "m",
          all: one.missions,
          truth: truth.missions,
          known: missionsIn(known),
          told: missionsIn(told),
        },
        {
          key: "a",
          // Which of two came first, dates that share a day need not say: then actions stand in the order of first days.
          all: one.agreements.map((days) => (days[2] && days[2].day - days[1]!.day < 4000 ? null : days)),
          truth: truth.agreements,
          known: agreementsIn(known),
          told: agreementsIn(told),
        },
        {
          key: "n",
          // The same of steps; those of which no day is recorded stand last.
          all: one.announcements.map((days) =>
            days[2] && (days[2].day - days[1]!.day < 4000 || days[1]!.blur === "unknown") ? null : days,
          ),
          truth: truth.announcements,
          known: announcementsIn(known),
          told: announcementsIn(told),
        },
      ];
      for (const { key, all, ...course } of courses)
        for (const [index, days] of all.entries()) {
          const id = `${key}${index}`;
          const is = course.truth.get(id) ?? "not-yet";
          holds(String(statesIn(course.known, id)) === is, id, is, statesIn(course.known, id));
          holds(days === null || statesIn(course.told, id).includes(is), id, is, statesIn(course.told, id));
        }
      const published = agreementsIn(asOf(dossierOf(one, true), isoDay(lastDay + 4000), sides));
      // Of one whose force is not recorded nothing else is ever said; what was signed on a later day is not counted.
      for (const [index, days] of one.agreements.entries()) {
        const { day: signed, blur } = days[0]!;
        const states = statesIn(agreementsIn(told), `a${index}`);
        const isOnlySigned = states.every((state) => state === "not-yet" || state === "unknown");
        holds(days.length > 1 || isOnlySigned, "force", index, states);
        holds(days.length !== 2 || !states.includes("unknown"), "force", index, states);
        if (blur === "day" && one.on < signed) holds(String(states) === "not-yet", "later", index, states);
        const inTheEnd = statesIn(published, `a${index}`);
        holds(!inTheEnd.includes("not-yet"), "by then", index, inTheEnd);
      }
      const dayOf = (id: string | undefined) => id && one.visits[Number(id.slice(1))]!.day;
      for (const side of ["a", "b"] as const) {
        const last = dayOf(truth.visits[side].at(-1));
        const { last: said, perhaps } = told.visits[side];
        holds(
          dayOf(known.visits[side].last?.id) === last && known.visits[side].perhaps.length === 0,
          side,
          last,
        );
        const named = [said, ...perhaps].map((visit) => dayOf(visit?.id));
        holds(last === undefined ? said === undefined : named.includes(last), side, last, named);
      }
      const trade = (view: typeof known) => String(view.trade.map(({ id }) => id).sort());
      holds(trade(known) === String(truth.trade.toSorted()) && trade(told) === trade(known), trade(known));
      expect(wrong).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

it("says every state that the dates allow, and none that they do not", () => {
  /** By trying every day that can matter for each step, none before that of the step before. */
  const tried = (
    steps: readonly Step<string>[],
    within: readonly [string, string][],
    day: string,
  ): string[] => {
    const after = isoDayAfter(day);
    const days = [...new Set([...within.flat(), day, after])].sort();
    let reached = new Map([["|0", { at: "", taken: 0 }]]);
    for (const [index] of steps.entries()) {
      const [first, last] = within[index]!;
      const next: typeof reached = new Map();
      for (const { at, taken } of reached.values())
        for (const on of days.filter((one) => one >= first && one <= last && one >= at)) {
          const now = { at: on, taken: on <= day ? index + 1 : taken };
          next.set(`${now.at}|${now.taken}`, now);
        }
      reached = next;
    }
    return [...new Set([...reached.values()].map(({ taken }) => (taken === 0 ? "0" : steps[taken - 1]!.to)))];
  };
  const isoDayAfter = (day: string) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const span = (day: number, blur: Blur): [string, string] => {
    const text = isoDay(day);
    const [year, month] = [text.slice(0, 4), text.slice(0, 7)];
    const monthEnd = new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
    switch (blur) {
      case "day":
        return [text, text];
      case "month":
      case "goes on":
        return [`${month}-01`, monthEnd];
      case "year":
      case "about":
        return [`${year}-01-01`, `${year}-12-31`];
      case "decade":
        return [`${text.slice(0, 3)}0-01-01`, `${text.slice(0, 3)}9-12-31`];
      case "between":
        return [`${Number(year) - 1}-01-01`, text];
      case "unknown":
        return ["0000-00-00", "9999-99-99"];
    }
  };
  fc.assert(
    fc.property(course(5), anyDay, (days, on) => {
      const steps = days.map(({ day, blur }, index) => ({
        to: String(index + 1),
        on: blurred(isoDay(day), blur),
      }));
      const within = days.map(({ day, blur }) => span(day, blur));
      const day = isoDay(on);
      expect(possibleStates(steps, day, "0").toSorted()).toEqual(tried(steps, within, day).toSorted());
    }),
    { numRuns: 3000 },
  );
});

it("says of a year that its day is not known, while it lasts", () => {
  expect(["2014-12-31", "2015-06-01", "2015-12-31"].map((day) => hadCome("2015", day))).toEqual([
    "no",
    "perhaps",
    "yes",
  ]);
  expect(hadCome("1992/..", "1992-12-31")).toBe("yes");
  expect(hadCome("../1992", "1980-01-01")).toBe("perhaps");
  expect(hadCome(undefined, "2015-06-01")).toBe("perhaps");
});

it.each<[string, Parameters<typeof agreementSteps>[0], string[]]>([
  ["its force is not recorded", { inForce: "unknown" }, ["unknown"]],
  ["it is stated to be in force", { inForce: "yes" }, ["pending", "in-force"]],
  ["it is stated not to be", { inForce: "no" }, ["unknown", "not-in-force"]],
  ["its course has not come so far", { inForce: "no", actions: [{ action: "ratification" }] }, ["pending"]],
  [
    "it is stated to have ended",
    { inForce: "no", actions: [{ action: "entry-into-force", date: "2002" }] },
    ["in-force", "ended"],
  ],
  [
    "it enters into force later",
    { inForce: "yes", actions: [{ action: "entry-into-force", date: "2015" }] },
    ["pending"],
  ],
  [
    "its end alone is recorded",
    { inForce: "no", actions: [{ action: "termination", date: "2015" }] },
    ["unknown"],
  ],
  [
    "its force is not known any more",
    { inForce: "unknown", actions: [{ action: "entry-into-force", date: "2002" }] },
    ["in-force", "unknown"],
  ],
])("says of an agreement of which %s what it can have been once it was signed", (_what, values, states) => {
  const on = (day: string, signedOn?: string) =>
    possibleStates(agreementSteps({ actions: [], ...values, signedOn }, "2020-06-07"), day, "not-yet");
  expect(on("2001-05-03", "2001-05-04")).toEqual(["not-yet"]);
  expect(on("2010-01-01", "2001-05-04").toSorted()).toEqual(states.toSorted());
  // What has no date had come when it was published; on earlier days that is not known.
  expect(on("2020-06-07")).toHaveLength(1);
  expect(on("2020-06-07")).not.toContain("not-yet");
  expect(on("1900-01-01")).toContain("not-yet");
});

it("does not know of an interruption without a recorded end how long it lasted", () => {
  const mission = { opened: "1992-01-05", closures: [{ closed: "1999-06-01" }] };
  const on = (day: string) => possibleStates(missionSteps(mission), day, "not-yet");
  expect(on("1999-05-31")).toEqual(["open"]);
  expect(on("1999-06-01")).toEqual(["interrupted", "open"]);
});

it("knows what a mission was before it was raised", () => {
  const mission: Parameters<typeof typesOn>[0] = {
    type: "embassy",
    earlierTypes: [
      { type: "liaison-office", to: "1941-05" },
      { type: "legation", from: "1941-05", to: "1953-04-17" },
    ],
  };
  expect(
    ["1940-01-01", "1950-01-01", "1953-04-17", "1953-04-18"].map((day) => typesOn(mission, day)),
  ).toEqual([["liaison-office"], ["legation"], ["embassy"], ["embassy"]]);
  expect(typesOn({ type: "embassy", earlierTypes: [{ type: "legation" }] }, "1950-01-01")).toEqual([
    "legation",
    "embassy",
  ]);
});

it("knows where a mission had its seat and who headed it", () => {
  const mission = {
    city: "Astana",
    earlierSeats: [{ city: "Almaty", from: "1992", to: "1998" }],
    heads: [
      { name: "First", from: "1992-03", to: "1995" },
      { name: "Second", from: "1996-01-10" },
    ],
  };
  expect(["1997-01-01", "1998-06-01", "1999-01-01"].map((day) => seatsOn(mission, day))).toEqual([
    ["Almaty"],
    ["Almaty", "Astana"],
    ["Astana"],
  ]);
  const heads = ["1992-02-01", "1993-01-01", "1995-05-01", "2020-01-01"].map(
    (day) => headOn(mission, day)?.name,
  );
  expect(heads).toEqual([undefined, "First", undefined, "Second"]);
});
