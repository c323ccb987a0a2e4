/**
 * The milliseconds of the processor that work takes, of twenty tries the least; it is not tried again once that is
 * within `limit`, or all tries together took a hundred times as long. Not time by the clock: so a busy machine fails
 * nothing.
 */
export function effort(work: () => unknown, limit: number): number {
  let least = Infinity;
  let all = 0;
  for (let tries = 0; tries < 20 && least > limit && all < 100 * limit; tries += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    all += took;
    least = Math.min(least, took);
  }
  return least;
}
