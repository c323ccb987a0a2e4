import { Fault } from "./step.mjs";

/**
 * Runs lanes of parts side by side, the parts of each one after the other; `tell` hears of each part when it ends.
 * A part with `after` waits for the part of that name, in another lane. A part that throws counts as one failure;
 * those that wait for it, or come after it in its lane, run all the same and say for themselves what they miss.
 * Resolves to all results, in the order in which the parts ended. Once `signal` is aborted no other part begins.
 */
export async function runLanes(lanes, tell = () => undefined, signal = new AbortController().signal) {
  const ends = new Map(lanes.flat().map(({ name }) => [name, promiseOfEnd()]));
  const results = [];
  const runLane = async (parts) => {
    for (const part of parts) {
      if (part.after) await endOf(ends, part);
      if (signal.aborted) {
        ends.get(part.name).resolve();
        continue;
      }
      const result = { name: part.name, ...(await runPart(part)) };
      results.push(result);
      tell(result);
      ends.get(part.name).resolve();
    }
  };
  await Promise.all(lanes.map(runLane));
  return results;
}

async function runPart({ run }) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    return { ...(await run()), seconds: seconds() };
  } catch (error) {
    const output = error instanceof Fault ? error.message : String(error.stack ?? error);
    return { passed: 0, failed: 1, output, seconds: seconds() };
  }
}

function endOf(ends, { name, after }) {
  const end = ends.get(after);
  if (!end) throw new Error(`${name} waits for ${after}, which is no part`);
  return end.promise;
}

function promiseOfEnd() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
