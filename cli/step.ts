/** Runs one step; says what it does, and then how long it took, as scripts/lib/step.mjs does. */
export async function step(what: string, run: () => Promise<string | void>): Promise<void> {
  const began = performance.now();
  process.stdout.write(`${what} … `);
  try {
    const more = await run();
    const took = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${more ? `${more}, ` : ""}${took} s\n`);
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}
