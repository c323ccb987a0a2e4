import { mkdirSync, rmSync } from "node:fs";
import { ensureChromium } from "./chromium.mjs";
import { generate, install } from "./install.mjs";
import { inRepo } from "./paths.mjs";
import { stopRunning } from "./run.mjs";
import { tryAgain } from "./second-try.mjs";
import { Fault } from "./step.mjs";
import { runLanes } from "./test-lanes.mjs";

/**
 * `npm test`: everything there is to check, from a fresh clone; `npm test -- quick`: what one asks for every few
 * minutes. The last line is the sum of all parts.
 */
export async function testRun([mode] = process.argv.slice(2)) {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      stop.abort();
      stopRunning("SIGTERM"); // what we started has servers of its own to end
    });
  const began = performance.now();
  const sum = { passed: 0, failed: 0 };
  try {
    if (mode && mode !== "quick") throw new Fault("Use: npm test, or npm test -- quick");
    await install();
    await generate();
    if (!mode) await ensureChromium();
    const { lanes, quickLanes, results } = await import("./test-parts.mjs");
    rmSync(inRepo(results), { recursive: true, force: true });
    mkdirSync(inRepo(results), { recursive: true });
    const ended = await runLanes(mode ? quickLanes : lanes, tellPart, stop.signal);
    const settled = process.env.CI && !stop.signal.aborted ? await tryAgain(ended, tellSecond) : ended;
    for (const { passed, failed } of settled) {
      sum.passed += passed;
      sum.failed += failed;
    }
    if (stop.signal.aborted) throw new Fault("Stopped: not all was tried.");
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    sum.failed += 1;
  }
  console.log(`In all ${((performance.now() - began) / 1000).toFixed(1)} s, parts side by side`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed ? 1 : 0;
}

function tellPart({ name, passed, failed, skipped, warnings, seconds, output }) {
  if (failed) console.log(output.trimEnd());
  const left = skipped ? `, ${skipped} skipped` : "";
  const warned = warnings ? `, ${warnings} warnings` : "";
  console.log(`${name}: ${passed} passed, ${failed} failed${left}${warned}: ${seconds.toFixed(1)} s`);
}

function tellSecond({ name, failures, isUnsteady, output }) {
  for (const failure of failures)
    console.log(`${isUnsteady ? "UNSTEADY" : "FAILED TWICE"}: ${name}: ${failure.file}: ${failure.name}`);
  if (!isUnsteady) console.log(output.trimEnd());
}
