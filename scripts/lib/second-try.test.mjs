import { expect, it } from "vitest";
import { failuresOfPlaywright, failuresOfVitest, tryAgain } from "./second-try.mjs";

const part = (failed, second) => ({
  ...{ name: "Stories", passed: 9 - failed, failed, failures: [{ file: "a.spec.ts", name: "one" }] },
  ...(second && { again: () => Promise.resolve({ output: "how it went", ...second }) }),
});
const told = [];
const run = (...parts) => tryAgain(parts, (one) => told.push(one));

it("counts as passed what passes alone, and tells it by name", async () => {
  told.length = 0;
  expect(await run(part(1, { passed: 1, failed: 0 }))).toMatchObject([{ passed: 9, failed: 0 }]);
  expect(told).toMatchObject([{ isUnsteady: true, failures: [{ name: "one" }] }]);
});

it("leaves failed what fails twice, or was not run the second time", async () => {
  expect(await run(part(2, { passed: 1, failed: 1 }))).toMatchObject([{ passed: 7, failed: 2 }]);
  expect(await run(part(1, { passed: 0, failed: 0 }))).toMatchObject([{ passed: 8, failed: 1 }]);
});

it("asks nothing again where many failed, none did, or it is not known which", async () => {
  told.length = 0;
  const results = await run(part(4, { passed: 4, failed: 0 }), part(0, { passed: 9, failed: 0 }), part(1));
  expect(results.map(({ failed }) => failed)).toEqual([4, 0, 1]);
  expect(told).toEqual([]);
});

it("reads which tests failed", () => {
  const assertionResults = [
    { fullName: "adds", status: "passed" },
    { fullName: "divides", status: "failed" },
  ];
  expect(failuresOfVitest({ testResults: [{ name: "a.test.ts", assertionResults }] })).toEqual([
    { file: "a.test.ts", name: "divides" },
  ]);
  const specs = [
    { file: "a.spec.ts", title: "opens", ok: true },
    { file: "a.spec.ts", title: "shuts", ok: false },
  ];
  expect(failuresOfPlaywright({ suites: [{ specs: [], suites: [{ specs }] }] })).toEqual([
    { file: "a.spec.ts", name: "shuts" },
  ]);
  expect([failuresOfVitest(null), failuresOfPlaywright(null)]).toEqual([[], []]);
});
