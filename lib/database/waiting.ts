/** In how many parts a time is waited for. */
const parts = 10;

/**
 * Calls `late` after so many milliseconds in which this process was free to listen, unless it is told before to stop.
 * While the process computes, answers lie unread, and their being late would be no fault of the database: however long
 * that takes, it counts as a tenth of the time at most. Keeps no process from ending.
 */
export function afterWaiting(milliseconds: number, late: () => void): { stop(): void } {
  let left = parts;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    late();
  }, milliseconds / parts).unref();
  return { stop: () => clearInterval(timer) };
}
