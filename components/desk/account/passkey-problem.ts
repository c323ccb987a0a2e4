/** What stood in the way of a passkey in the browser, by the name and the code that it and the library give to it. */
export function passkeyProblem(error: unknown): "known" | "stopped" | "failed" {
  if (!(error instanceof Error)) return "failed";
  if ("code" in error && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") return "known";
  return error.name === "NotAllowedError" || error.name === "AbortError" ? "stopped" : "failed";
}
