/** Waiting in tests, with an end: no test may spin for ever when what it waits for fails. */

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again and again until something holds; resolves to the milliseconds that it took. Throws when it never does:
 * the bound is for what hangs, and says nothing of how soon something should be.
 */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { within = 60_000, every = 25 } = {},
): Promise<number> {
  const began = performance.now();
  const passed = () => performance.now() - began;
  const tries = Math.ceil(within / Math.max(every, 1)) + 1;
  for (let tried = 0; tried < tries && passed() <= within; tried += 1) {
    if (await holds()) return passed();
    await pause(every);
  }
  if (await holds()) return passed();
  throw new Error(`not within ${within} ms: ${what}`);
}

/**
 * Does something over and over while other work runs, at most so often; resolves to what the work gives. Ends with
 * the work also where that fails, and rejects with its reason.
 */
export async function during<T>(
  work: Promise<T>,
  step: (round: number) => Promise<unknown>,
  { atMost = 10_000, every = 0 } = {},
): Promise<T> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  for (let round = 0; round < atMost && !isOver; round += 1) {
    await step(round);
    // A step that only goes through promises would never let the work's own timers and sockets in.
    await pause(every);
  }
  return work;
}
