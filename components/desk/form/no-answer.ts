/**
 * Why an action gave no answer: the browser's fetch throws a TypeError where it reaches no server; what the server
 * throws arrives as an Error of React's or Next's.
 */
export function whyNoAnswer(error: unknown): "network" | "failed" {
  return error instanceof TypeError ? "network" : "failed";
}
