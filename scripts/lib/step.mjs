/** Thrown for a failure that one sentence explains, printed without a stack; or that explained itself already. */
export class Fault extends Error {}

/** Runs one step; says what it does, and then how long it took. A step that returns a string says more by it. */
export async function step(what, run) {
  const began = performance.now();
  process.stdout.write(`${what} … `);
  try {
    const more = await run();
    const took = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${typeof more === "string" ? `${more}, ` : ""}${took} s`);
    return more;
  } catch (error) {
    console.log("failed");
    throw error;
  }
}

/** Runs a whole script: a Fault becomes one line on the error stream, and any failure exit code 1. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    const known = error instanceof Fault;
    if (!known || error.message) console.error(known ? error.message : error);
    process.exitCode = 1;
  }
}
