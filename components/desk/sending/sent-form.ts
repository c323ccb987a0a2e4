/** How a form of the desk is sent, and why it was not. */

/** What an action answers whose form was sent by no one who is signed in, or by another than its page was drawn for. */
export interface SignedOut {
  reason: "signedOut";
}

/** Why nothing is known of what was sent: the server is out of reach, it failed, or the sender may not or is not signed in. */
export type SendingTrouble = "network" | "failed" | "forbidden" | "signedOut";

/** Whether an answer says that the sender is not signed in. */
export function isSignedOut(answer: unknown): answer is SignedOut {
  return typeof answer === "object" && answer !== null && "reason" in answer && answer.reason === "signedOut";
}
