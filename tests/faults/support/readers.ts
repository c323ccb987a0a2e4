/** Readers who ask for the same pages over and over while something breaks. */
export interface Reading {
  answers: number;
  /** What was not a 200 with the page's own words, as a sentence each. */
  faults: string[];
  /** The longest that one of them waited, in milliseconds. */
  slowest: number;
}

export interface Readers {
  /** How many answers they have had so far. */
  answers(): number;
  /** Lets them finish what they read; what they have seen. */
  stop(): Promise<Reading>;
}

/** `pages` are paths, and words that each of them has to hold. */
export function startReaders(origin: string, pages: Record<string, string>, { atOnce = 4 } = {}): Readers {
  let isReading = true;
  const reading: Reading = { answers: 0, faults: [], slowest: 0 };
  const entries = Object.entries(pages);
  const read = async (first: number) => {
    for (let number = first; isReading && number < first + 1_000_000; number += 1) {
      const [path, words] = entries[number % entries.length]!;
      const began = performance.now();
      const fault = await fetch(origin + path, { signal: AbortSignal.timeout(10_000) }).then(
        async (answer) => {
          const text = await answer.text();
          if (answer.status !== 200) return `${path} answered ${answer.status}`;
          return text.includes(words) ? null : `${path} came without "${words}"`;
        },
        (error: unknown) => `${path}: ${String((error as Error).cause ?? error)}`,
      );
      reading.answers += 1;
      reading.slowest = Math.max(reading.slowest, performance.now() - began);
      if (fault) reading.faults.push(fault);
      // Readers are many, but the machine that tests run on is small: what breaks is gone for longer than this.
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const all = Promise.all(Array.from({ length: atOnce }, (_, number) => read(number)));
  return {
    answers: () => reading.answers,
    async stop() {
      isReading = false;
      await all;
      return reading;
    },
  };
}
