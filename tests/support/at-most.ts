/** Bounds on time in tests, in proportion to how much of the machine a process gets while they run. */

/** How long of the processor one measurement takes, in milliseconds. */
const sample = 60;

/** How many times longer than alone on its processor this process takes right now: 1 on an idle machine. */
export function slowdown(): number {
  const began = performance.now();
  const before = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let turns = 0;
  for (; turns < 1e9 && used() < sample; turns += 1);
  return Math.max(1, (performance.now() - began) / Math.max(used(), 1));
}

/**
 * A bound on what should take so many milliseconds where the machine has nothing else to do. Where it has, three times
 * as much as this process is slowed down by now, as others may come while the test runs.
 */
export function atMost(milliseconds: number, slower = slowdown()): number {
  return slower < 1.25 ? milliseconds : milliseconds * slower * 3;
}
