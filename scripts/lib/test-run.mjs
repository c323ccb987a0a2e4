import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { generate, install } from "./install.mjs";
import { inRepo } from "./paths.mjs";
import { untilEnd } from "./run.mjs";
import { countsOfPlaywright, countsOfVitest } from "./test-counts.mjs";
import { Fault } from "./step.mjs";

const bin = (...path) => inRepo("node_modules", ...path);
const results = inRepo("test-results");

/** A check that passes or fails as a whole: it counts as one. */
const check = (...args) => [args, ({ code }) => ({ passed: code ? 0 : 1, failed: code ? 1 : 0 })];

/** A runner that reports each of its tests in a JSON file. */
const runner = (file, counts, ...args) => [args, ({ code }) => counts(code, readJson(`${results}/${file}`))];

const vitest = (project) =>
  runner(
    `${project}.json`,
    countsOfVitest,
    ...[bin("vitest", "vitest.mjs"), "run", "--project", project],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=test-results/${project}.json`],
  );

const parts = [
  ["Format", ...check(bin("prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", ".")],
  ["Lint", ...check(bin("eslint", "bin", "eslint.js"), ".")],
  ["Types", ...check(bin("typescript", "bin", "tsc"), "--noEmit")],
  ["Unit tests", ...vitest("unit")],
  ["Integration tests", ...vitest("integration")],
  ["Fault tests", ...vitest("faults")],
  [
    "Browser tests",
    ...runner("browser.json", countsOfPlaywright, bin("@playwright", "test", "cli.js"), "test"),
  ],
];

/** `npm test`: everything there is to check, from a fresh clone. The last line is the sum of all runners. */
export async function testRun() {
  const sum = { passed: 0, failed: 0 };
  try {
    await install();
    await generate();
    await ensureChromium();
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    // Next's own part of the types; what the framework makes of the pages' addresses is in it.
    await untilEnd(process.execPath, [bin("next", "dist", "bin", "next"), "typegen"]);
    for (const [name, args, countsOf] of parts) {
      if (name === "Fault tests") await build();
      const counts = await runPart(name, args, countsOf);
      sum.passed += counts.passed;
      sum.failed += counts.failed;
    }
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    sum.failed += 1;
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed ? 1 : 0;
}

async function runPart(name, args, countsOf) {
  const began = performance.now();
  const env = { FORCE_COLOR: "0", NODE_ENV: "test" };
  const end = await untilEnd(process.execPath, args, { env });
  const counts = countsOf(end);
  if (counts.failed) console.log(end.output.trimEnd());
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed${skipped}: ${took} s`);
  return counts;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
