/** A runner that failed without a failed test, or left no report, crashed: that is one failure. */
function honest(code, counts) {
  return code && !counts.failed ? { ...counts, failed: 1 } : counts;
}

/** Counts of a Vitest report. `code` is the runner's exit code; the report is null when there is none. */
export function countsOfVitest(code, report) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report ?? {};
  const counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  return honest(code || !report, counts);
}

/** How many warnings ESLint counts at the end of what it prints. */
export const warningsOfEslint = (output) => Number(/\b(\d+) warnings?\)/.exec(output)?.[1] ?? 0);

/** Counts of a Playwright report. A test that passed only when tried again counts as failed. */
export function countsOfPlaywright(code, report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return honest(code || !report, { passed: expected, failed: unexpected + flaky, skipped });
}
