/** Thrown instead of letting a queue grow without end. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

/** Runs at most `atOnce` pieces of work at a time; `waiting` more may queue, and whoever comes then gets TooBusy. */
export function turns(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running++;
    else {
      if (queue.length >= waiting) throw new TooBusy(`${waiting} wait already`);
      // Whoever finishes hands its turn over, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
