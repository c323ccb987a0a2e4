/** The way of a form to the desk while it is typed in. */
import type { AutosaveAnswer } from "../answer";
import { whyNoAnswer } from "../../sending/no-answer";

/** Browsers send no more than 64 KiB once the page is gone. */
const mostAfterwards = 60_000;
/** What a form's encoding adds to each value. */
const overhead = 120;

/** An answer that takes longer, in milliseconds, is not waited for. */
const longestAnswer = 20_000;

/** Whether a form is small enough to be sent while its page is left. */
function fitsAfterwards(data: FormData): boolean {
  let size = 0;
  for (const [name, value] of data) {
    size += overhead + name.length + 3 * (typeof value === "string" ? value.length : mostAfterwards);
    if (size > mostAfterwards) return false;
  }
  return true;
}

/** Sends what a form holds to be kept. `isLeaving`: the answer may come when the page is gone. Never throws. */
export async function postForm(path: string, data: FormData, isLeaving: boolean): Promise<AutosaveAnswer> {
  try {
    const answer = await fetch(`/admin/${path}/autosave`, {
      method: "POST",
      body: data,
      keepalive: isLeaving && fitsAfterwards(data),
      signal: AbortSignal.timeout(longestAnswer),
    });
    if (answer.headers.get("content-type")?.startsWith("application/json"))
      return (await answer.json()) as AutosaveAnswer;
    return { ok: false, reason: answer.status === 503 || answer.status === 429 ? "unavailable" : "failed" };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === "TimeoutError";
    return { ok: false, reason: isLate ? "network" : whyNoAnswer(error) };
  }
}
