import { readFileSync } from "node:fs";
import { build } from "./build.mjs";
import { inRepo } from "./paths.mjs";
import { untilEnd } from "./run.mjs";
import { failuresOfPlaywright, failuresOfVitest } from "./second-try.mjs";
import { countsOfPlaywright, countsOfVitest, warningsOfEslint } from "./test-counts.mjs";

/**
 * What `npm test` consists of. A part is `{ name, run }`, where `run` resolves to `{ passed, failed, skipped, output }`;
 * the output is shown when something failed. What reports each of its tests says also which `failures` there were, and
 * how they are asked once more (`again`).
 */

/** Where runners leave their reports, in the repository. */
export const results = "test-results";

const bin = (...path) => inRepo("node_modules", ...path);
/** What the checks remember of files that have not changed since. */
const cache = (name) => `node_modules/.cache/entente/${name}`;
const env = { FORCE_COLOR: "0", NODE_ENV: "test" };

/** A check that passes or fails as a whole: it counts as one. */
const check = (name, ...args) => ({
  name,
  async run() {
    const { code, output } = await untilEnd(process.execPath, args, { env });
    return { passed: code ? 0 : 1, failed: code ? 1 : 0, output };
  },
});

/**
 * A runner that reports each of its tests in a JSON file. `failuresOf` reads which of them failed, and `second` gives the
 * arguments that ask for these alone; the second report lies beside the first.
 */
const runner = ({ name, file, counts, failuresOf, args, second }) => ({
  name,
  async run() {
    const { code, output } = await untilEnd(process.execPath, args(file), {
      env: { ...env, ...reportIn(file) },
    });
    const report = readJson(inRepo(results, file));
    const failures = failuresOf(report);
    const again = async () => {
      const other = `second-${file}`;
      const end = await untilEnd(process.execPath, [...args(other), ...second(failures)], {
        env: { ...env, ...reportIn(other) },
      });
      return { ...counts(end.code, readJson(inRepo(results, other))), output: end.output };
    };
    return { ...counts(code, report), output, failures, ...(failures.length > 0 && { again }) };
  },
});

/** Where Playwright leaves its report. */
const reportIn = (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: inRepo(results, file) });

/** Vitest on one of its projects; `files` narrows it. */
const vitest = (name, project, files = []) =>
  runner({
    name,
    file: `${project}.json`,
    counts: countsOfVitest,
    failuresOf: failuresOfVitest,
    args: (file) => [
      ...[bin("vitest", "vitest.mjs"), "run", "--project", project, ...files],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${results}/${file}`],
    ],
    // A file's tests may stand one on the other: whole files.
    second: (failures) => [...new Set(failures.map(({ file }) => file))],
  });

const format = check(
  "Format",
  bin("prettier", "bin", "prettier.cjs"),
  ...["--check", "--log-level=warn", "--cache", "--cache-strategy=content"],
  ...[`--cache-location=${cache("prettier")}`, "."],
);

const lint = {
  name: "Lint",
  async run() {
    const { code, output } = await untilEnd(
      process.execPath,
      [
        ...[bin("eslint", "bin", "eslint.js"), "--cache", "--cache-strategy=content"],
        ...[`--cache-location=${cache("eslint")}`, "."],
      ],
      { env },
    );
    return { passed: code ? 0 : 1, failed: code ? 1 : 0, warnings: warningsOfEslint(output), output };
  },
};

// With `incremental`, TypeScript checks only what a change reaches (tsconfig.json says where it keeps note).
const types = check("Types", bin("typescript-7", "bin", "tsc"), "--noEmit");

const unit = vitest("Unit tests", "unit");

/** The integration tests that a change breaks most often. A unit test sees to it that they are there. */
export const core = [
  "lib/auth/setup.int.test.ts",
  "lib/desk/lifecycle.int.test.ts",
  "lib/desk/publish/publish.int.test.ts",
  "lib/published/search.int.test.ts",
];

/** The site for production, which the browser and the fault tests share. */
const site = {
  name: "Build",
  async run() {
    await build({ quiet: true });
    return { passed: 1, failed: 0, output: "" };
  },
};

const browser = runner({
  name: "Browser tests",
  file: "browser.json",
  counts: countsOfPlaywright,
  failuresOf: failuresOfPlaywright,
  args: () => [bin("@playwright", "test", "cli.js"), "test"],
  second: () => ["--last-failed", "--workers=1"],
});

const throwAwayKind = vitest("Throw-away kind", "throw-away-kind");

/**
 * Lanes run side by side, the parts of each one after the other. Each is about as long as the others, and no part
 * waits for more than the build: some wait most of their time (servers that come back, clients that are too slow),
 * others compute, so that two cores have work to the end.
 */
export const lanes = [
  [site, browser],
  // A build makes the types of addresses anew, and the throw-away kind begins with a copy of them.
  [format, { ...types, after: site.name }, throwAwayKind],
  [vitest("Integration tests", "integration"), lint],
  [unit, { ...vitest("Fault tests", "faults"), after: site.name }],
];

/** `npm test -- quick`: what one asks for every few minutes. */
export const quickLanes = [
  [types, unit],
  [format, lint, vitest("Core of the integration tests", "integration", core)],
];

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
