/** Addresses that a moment ago had no page: a bounded number, each remembered for some seconds. */
import type { Rendered } from "@/server/next/pages";

export interface Absence {
  rendered: Rendered;
  dossier: string | null;
  /** As of which change of the outbox there was no page. */
  mark: number;
}

const lives = 10_000;
const most = 1000;

export class Absences {
  readonly #kept = new Map<string, Absence & { until: number }>();

  get(path: string): Absence | undefined {
    const kept = this.#kept.get(path);
    return kept && kept.until > Date.now() ? kept : undefined;
  }

  put(path: string, absence: Absence): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < most) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(path, { ...absence, until: Date.now() + lives });
  }

  drop(path: string): void {
    this.#kept.delete(path);
  }
}
