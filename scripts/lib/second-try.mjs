/**
 * What failed beside other work is asked once more by itself, where `CI` is set: a whole change is not refused for one test
 * that a busy machine held up, and each of them is told by name, so that its cause is looked for (decision 81). On an
 * engineer's machine nothing is asked twice.
 */

/** With more than these failed in a part, the change is at fault. */
const most = 3;

/**
 * Asks again for parts that ended with a few failures and say how (`again`, which resolves to `{ passed, failed, output }`).
 * `tell` hears of each. Resolves to the parts, with what passed the second time counted as passed.
 */
export async function tryAgain(parts, tell) {
  const settled = [];
  for (const part of parts) {
    if (!part.again || part.failed === 0 || part.failed > most) {
      settled.push(part);
      continue;
    }
    const second = await part.again();
    const isUnsteady = second.failed === 0 && second.passed > 0;
    tell({ name: part.name, failures: part.failures, isUnsteady, output: second.output });
    settled.push(isUnsteady ? { ...part, passed: part.passed + part.failed, failed: 0 } : part);
  }
  return settled;
}

/** The tests that failed by a Vitest report: `{ file, name }` of each. */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => ({ file, name: fullName })),
  );
}

/** The same of a Playwright report. */
export function failuresOfPlaywright(report) {
  const within = ({ suites = [], specs = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => ({ file, name: title })),
    ...suites.flatMap(within),
  ];
  return within(report ?? {});
}
