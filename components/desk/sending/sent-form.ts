/** How a form of the desk is sent, and why it was not. */

/** What an action answers whose form was sent by no one who is signed in, or by another than its page was drawn for. */
export interface SignedOut {
  reason: "signedOut";
}

/**
 * Whether an answer says that what was sent is done. One that gives a reason or what was typed says that it is not, or that the server
 * cannot know: the same is sent again under the same id.
 */
export function isKnownDone(answer: unknown): boolean {
  return typeof answer !== "object" || answer === null || !("reason" in answer || "typed" in answer);
}

/** The sign-in page also for a browser in which someone is signed in: another account's words wait in one of its tabs. */
export const signInAnew = "/admin/sign-in?anew=1";

/** Why nothing is known of what was sent: the server is out of reach, it failed, or the sender may not or is not signed in. */
export type SendingTrouble = "network" | "failed" | "forbidden" | "signedOut";

/** Whether an answer says that the sender is not signed in. */
export function isSignedOut(answer: unknown): answer is SignedOut {
  return typeof answer === "object" && answer !== null && "reason" in answer && answer.reason === "signedOut";
}
