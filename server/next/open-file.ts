/** Files too large to be kept, which go to their readers as they come. */
import type { IncomingMessage } from "node:http";
import type { RequestOrigin } from "@/server/http/request-origin";
import type { NextConnection } from "./next-connection";
import { NoPage } from "./pages";
import { largeFileBudget, OverBudget } from "./render-budget";
import { publicHeaders } from "./request-headers";

/**
 * Asks Next for a file and resolves when its answer begins; null where there is no such file now. Broken off when `gone`
 * is aborted, then too while its body comes. @throws {NoPage | OverBudget}
 */
export async function openFile(
  next: NextConnection,
  path: string,
  from: RequestOrigin,
  gone: AbortSignal,
): Promise<IncomingMessage | null> {
  const { time } = largeFileBudget;
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
    next.endIfStuck().catch(() => undefined);
  }, time);
  try {
    const signal = AbortSignal.any([gone, late.signal]);
    const question = { method: "GET", path, headers: publicHeaders(from), signal, silence: time };
    const answer = await next.ask(question);
    const status = answer.statusCode ?? 500;
    if (status === 200) return answer;
    answer.destroy();
    if (status >= 500) throw new NoPage(`Next answered ${status}`);
    return null;
  } catch (error) {
    if (gone.aborted) throw gone.reason;
    if (late.signal.aborted) throw new OverBudget(`${path} takes more than ${time} ms`, "time");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
