/** Whether work in the background is being done, as a server says it at `/readyz`. */
import type { NextFigures } from "./next-connection";

/** How often the sign is asked for, in milliseconds. */
const askEvery = 5000;

/** Asks a process for its sign, which holds for so many milliseconds, from time to time, so that `/readyz` is answered at once. */
export function heartbeat(
  figures: () => Promise<NextFigures>,
  holds: number,
  now: () => number = Date.now,
): { fault(): string | null; ask(): Promise<void> } {
  // What has only begun is given as long.
  let beatAt = now();
  const ask = async () => {
    const told = await figures().catch(() => undefined);
    beatAt = Math.max(beatAt, told?.jobs?.beatAt ?? 0);
  };
  setInterval(ask, askEvery).unref();
  return {
    ask,
    fault() {
      const age = now() - beatAt;
      return age > holds ? `nothing has been done in the background for ${Math.round(age / 1000)} s` : null;
    },
  };
}
