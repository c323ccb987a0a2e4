/** Asks again and again until something holds; resolves to the milliseconds that it took. Throws when it never does. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { within = 15_000, every = 25 } = {},
): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (await holds()) return performance.now() - began;
    if (performance.now() - began > within) throw new Error(`not within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
