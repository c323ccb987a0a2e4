/** What readers and editors were answered under the mixed load, by what was broken at the time. */
import { percentile } from "../../../../bench/figures";

/** What is broken, or was until a moment ago; nothing when "quiet". */
export const phases = ["quiet", "desk", "renders", "server", "database"] as const;
export type Phase = (typeof phases)[number];

export const asks = ["document", "search", "form", "save", "publication"] as const;
export type Ask = (typeof asks)[number];

/** An answer, or null where the connection ended without a whole one. */
export type Got = { status: number; text: string; location: string | null } | null;

interface Row {
  taken: number[];
  unavailable: number;
  unanswered: number;
}

/** Faults of a phase that are told one by one; beyond them they are only counted. */
const toldOfEach = 8;

export class Figures {
  phase: Phase = "quiet";
  /** What was not as it should be, as a sentence each. */
  readonly faults: string[] = [];
  faultCount = 0;
  /** Searches that said of themselves that they were ended before they were through. */
  endedSearches = 0;
  readonly #rows = new Map<string, Row>();

  fault(sentence: string): void {
    this.faultCount += 1;
    const told = `${this.phase}: `;
    if (this.faults.filter((one) => one.startsWith(told)).length < toldOfEach)
      this.faults.push(told + sentence);
  }

  /**
   * Makes a request and notes how it went, under what was broken at its beginning, or else at its end. A 503 has to be
   * a plain page of the server's own, any other 5xx is a fault, and so is an answer that is cut off by anything but the
   * end of the server or, where Next's answer is handed on as it comes, of Next's process for the desk.
   */
  async ask(what: Ask, name: string, request: () => Promise<Response>): Promise<Got> {
    const [began, from] = [performance.now(), this.phase];
    let why = "";
    const got = await wholeOf(request()).catch((error: unknown) => {
      why = String((error as Error).cause ?? error);
      return null;
    });
    const row = this.#row(from === "quiet" ? this.phase : from, what);
    row.taken.push(performance.now() - began);
    if (!got) {
      row.unanswered += 1;
      const during = [from, this.phase];
      const isDesk = what !== "document" && what !== "search";
      if (!during.includes("server") && !(isDesk && during.includes("desk")))
        this.fault(`${name} had no whole answer (${during.join(" to ")}): ${why}`);
    } else if (got.status === 503) {
      row.unavailable += 1;
      if (!/^<!doctype html>[\s\S]*<h1>[\s\S]*<\/html>\s*$/.test(got.text))
        this.fault(`${name}: a 503 that is no page: ${got.text.slice(0, 200)}`);
    } else if (got.status >= 500) this.fault(`${name} answered ${got.status} (${from} to ${this.phase})`);
    return got;
  }

  /** How many requests there were so far. */
  get requests(): number {
    return [...this.#rows.values()].reduce((sum, { taken }) => sum + taken.length, 0);
  }

  /** A line for each phase and each thing asked. */
  table(): Record<string, string> {
    const lines: Record<string, string> = {};
    for (const phase of phases)
      for (const what of asks) {
        const row = this.#rows.get(`${phase} ${what}`);
        if (row) lines[`${phase}, ${what}`] = lineOf(row);
      }
    return lines;
  }

  #row(phase: Phase, what: Ask): Row {
    const key = `${phase} ${what}`;
    const row = this.#rows.get(key) ?? { taken: [], unavailable: 0, unanswered: 0 };
    this.#rows.set(key, row);
    return row;
  }
}

function lineOf({ taken, unavailable, unanswered }: Row): string {
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(taken, share).toFixed(0));
  return `${taken.length} asked, p50 ${p50} ms, p99 ${p99} ms, ${unavailable} × 503, ${unanswered} cut off`;
}

async function wholeOf(asked: Promise<Response>): Promise<Got> {
  const answer = await asked;
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") };
}
