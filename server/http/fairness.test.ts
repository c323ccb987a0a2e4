/** That one client's many requests of each kind leave another client's one answered. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Handler, startHandler } from "@/tests/support/handler";
import { until } from "@/tests/support/until";

const [greedy, other] = ["127.0.0.2", "127.0.0.3"];

let handler: Handler;
/** Lets go of what Next holds, one request each time, in the order it came. */
let holding: (() => void)[] = [];
let isHolding = true;

beforeEach(async () => {
  holding = [];
  isHolding = true;
  handler = await startHandler({
    before: () => (isHolding ? new Promise<void>((resolve) => holding.push(resolve)) : undefined),
  });
});

afterEach(async () => {
  isHolding = false;
  for (const release of holding) release();
  await handler.stop();
});

const signIn = { method: "POST", body: "email=a&password=b" };
const kinds: [string, (number: number) => string, string, { method: string; body?: string }][] = [
  ["searches", (number) => `/search?q=greedy+${number}`, "/search?q=other", { method: "GET" }],
  [
    "narrowed lists",
    (number) => `/kazakhstan-mexico/visits?from=KZ&year=${1900 + number}`,
    "/kazakhstan-mexico/visits?from=KZ&year=2014",
    { method: "GET" },
  ],
  ["documents", (number) => `/dossier-${number}/visits`, "/kazakhstan-mexico/visits", { method: "GET" }],
  ["desk pages", (number) => `/admin/visits?page=${number}`, "/admin/visits", { method: "GET" }],
  ["sign-ins", () => "/admin/sign-in", "/admin/sign-in", signIn],
];

it.each(kinds)("sixty %s of one client", async (_what, path, own, how) => {
  const statuses: (number | undefined)[] = [];
  const many = Array.from({ length: 60 }, (_, number) =>
    handler.ask(path(number), { ...how, client: greedy }).then(({ status }) => statuses.push(status)),
  );
  await settledReach({ asked: 60 });
  const reachedBefore = handler.reached.length;
  expect(reachedBefore).toBeGreaterThan(0);
  expect(reachedBefore).toBeLessThan(20);
  const answer = handler.ask(own, { ...how, client: other });
  await settledReach({ asked: 61 });
  // Its turn comes soon after what runs already; the other fifty do not go first.
  for (let released = 0; released < reachedBefore + 10; released += 1) {
    if (isReached(own, other)) break;
    await expect.poll(() => holding.length).toBeGreaterThan(0);
    holding.shift()!();
    await settledReach({ asked: 61 });
  }
  expect(isReached(own, other)).toBe(true);
  isHolding = false;
  for (const release of holding) release();
  expect((await answer).status).toBe(200);
  await Promise.all(many);
  expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
});

it.each(kinds)(
  "sixty %s of one client leave the other kinds free, for itself too",
  async (what, path, _own, how) => {
    const many = Array.from({ length: 60 }, (_, number) =>
      handler.ask(path(number), { ...how, client: greedy }),
    );
    await settledReach({ asked: 60 });
    expect(holding.length).toBeGreaterThan(0);
    // Nothing is let go of meanwhile.
    const others = kinds.filter(([kind]) => kind !== what);
    const asked = others.flatMap(([, one, own, ask]) => [
      handler.ask(one(61), { ...ask, client: greedy }),
      handler.ask(own, { ...ask, client: other }),
    ]);
    for (const [kind, one, own] of others) {
      await expect
        .poll(() => isReached(one(61), greedy), { message: `the greedy client's ${kind}` })
        .toBe(true);
      await expect.poll(() => isReached(own, other), { message: `the other client's ${kind}` }).toBe(true);
    }
    isHolding = false;
    for (const release of holding) release();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200));
    await Promise.all(many);
  },
);

it("sixty of each kind of one client leave another client's of each kind answered", async () => {
  const many = kinds.flatMap(([, path, , how]) =>
    Array.from({ length: 60 }, (_, number) => handler.ask(path(number), { ...how, client: greedy })),
  );
  await settledReach({ asked: 60 * kinds.length });
  expect(holding.length).toBeGreaterThan(10);
  const asked = kinds.map(([, , own, how]) => handler.ask(own, { ...how, client: other }));
  isHolding = false;
  for (const release of holding) release();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(kinds.map(() => 200));
  await Promise.all(many);
});

/** Resolves when all that was asked has come in, and nothing more of it reaches Next while that answers nothing. */
async function settledReach({ asked }: { asked: number }): Promise<void> {
  await expect.poll(() => handler.received()).toBe(asked);
  // What is on its way to Next takes some turns of this process's loop, of which a look is one: time says nothing.
  let [looks, before] = [0, -1];
  const isStill = () => {
    const now = handler.reached.length;
    looks = now === before ? looks + 1 : 0;
    before = now;
    return looks === 10;
  };
  await until("nothing more reaches Next", isStill, { every: 3 });
}

/** Whether a client's request has come to Next; a public page's is told by its address, of which there is one. */
function isReached(path: string, client: string): boolean {
  return handler.reached.some(
    ({ url, headers }) =>
      url === path && (!path.startsWith("/admin") || headers["x-forwarded-for"] === client),
  );
}
