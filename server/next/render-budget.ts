/** What one page may take: time and bytes. Whatever takes more is broken off, so that the others get their turn. */
import type { IncomingMessage } from "node:http";
import { type NextConnection, type Question, TooLong, wholeOf } from "./next-connection";

/** Thrown for a page that takes more than a page may: readers are told so, and may ask later. */
export class OverBudget extends Error {
  override readonly name = "OverBudget";

  constructor(
    message: string,
    readonly what: keyof RenderBudget,
  ) {
    super(message);
  }
}

export interface RenderBudget {
  /** Milliseconds from the question to the last byte of the answer. */
  time: number;
  bytes: number;
}

const MB = 1024 * 1024;

/** No page of ours is nearly as heavy, on a machine that is very busy with other things either. */
export const pageBudget: RenderBudget = { time: 20_000, bytes: 8 * MB };
/** A file that is kept as a document. The time is that of larger ones, of which it may turn out to be one. */
export const keptFileBudget: RenderBudget = { time: 60_000, bytes: MB };
/** A file that is passed through as it comes: of its time the most until it begins, and while nothing of it moves. */
export const largeFileBudget: RenderBudget = { time: 60_000, bytes: 256 * MB };

/**
 * Asks Next for a whole answer within a budget; `gone` is aborted when it is not wanted any more. A process that did not
 * hear of it, since it computes, is ended. @throws {OverBudget}
 */
export async function askWithin(
  next: NextConnection,
  question: Question,
  gone?: AbortSignal,
  budget = pageBudget,
): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const over = new AbortController();
  const timer = setTimeout(() => {
    over.abort();
    next.endIfStuck().catch(() => undefined);
  }, budget.time);
  const signal = gone ? AbortSignal.any([gone, over.signal]) : over.signal;
  const whole = async () => {
    const answer = await next.ask({ ...question, signal, silence: budget.time });
    return { answer, body: await wholeOf(answer, budget.bytes) };
  };
  try {
    // Its process may end in the middle of an answer: the next one has it whole.
    return await whole().catch((error: unknown) => {
      if (signal.aborted || !isCutOff(error)) throw error;
      return whole();
    });
  } catch (error) {
    if (gone?.aborted) throw gone.reason;
    if (over.signal.aborted)
      throw new OverBudget(`${question.path} takes more than ${budget.time} ms`, "time");
    if (error instanceof TooLong)
      throw new OverBudget(`${question.path} has more than ${budget.bytes} bytes`, "bytes");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether an answer was broken off by its sender. */
const isCutOff = (error: unknown) => error instanceof Error && "code" in error && error.code === "ECONNRESET";
