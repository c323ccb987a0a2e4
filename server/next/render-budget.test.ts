import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import { figures } from "@/tests/support/handler";
import { type NextConnection, startNextHere } from "./next-connection";
import { askWithin, OverBudget } from "./render-budget";

let next: NextConnection;
afterEach(() => next.close());

/** Asks a stand-in for Next that answers so; the promise says when it was broken off. */
async function asked(
  answer: (response: ServerResponse) => void,
  { gone, time = 60_000 }: { gone?: AbortSignal; time?: number } = {},
) {
  let hear: () => void;
  const brokenOff = new Promise<void>((resolve) => (hear = resolve));
  let checks = 0;
  next = await startNextHere((_question: IncomingMessage, response: ServerResponse) => {
    response.once("close", () => !response.writableFinished && hear());
    answer(response);
  }, figures);
  const watched = { ...next, endIfStuck: async () => void (checks += 1) };
  const question = { method: "GET", path: "/", headers: {} };
  const result = askWithin(watched, question, gone, { time, bytes: 100_000 });
  result.catch(() => undefined);
  return { result, brokenOff, checks: () => checks };
}

it("gives an answer that keeps to the budget", async () => {
  const { result } = await asked((response) => response.end("x".repeat(100_000)));
  expect((await result).body.length).toBe(100_000);
});

it("breaks off an answer that does not begin or end in time, and looks whether its process is stuck", async () => {
  const answers = [() => undefined, (response: ServerResponse) => void response.write("a beginning")];
  for (const answer of answers) {
    const { result, brokenOff, checks } = await asked(answer, { time: 200 });
    await expect(result).rejects.toBeInstanceOf(OverBudget);
    await brokenOff;
    expect(checks()).toBe(1);
    await next.close();
  }
});

it("breaks off an answer that grows too large", async () => {
  const { result, brokenOff } = await asked((response) => {
    const more = () =>
      void (response.destroyed || response.write("x".repeat(10_000), () => setImmediate(more)));
    more();
  });
  await expect(result).rejects.toBeInstanceOf(OverBudget);
  await brokenOff;
});

it("breaks off what is not wanted any more, with the reason", async () => {
  const gone = new AbortController();
  const { result, brokenOff } = await asked(() => gone.abort("gone"), { gone: gone.signal });
  await expect(result).rejects.toBe("gone");
  await brokenOff;
});
