/**
 * Why an action gave no answer: the browser's fetch throws a TypeError where it reaches no server; what the server
 * throws arrives as an Error of React's or Next's.
 */
export function whyNoAnswer(error: unknown): "network" | "failed" {
  return error instanceof TypeError ? "network" : "failed";
}

/** The same of a form that may lead elsewhere, or that its sender may not send: by what Next puts in `digest`. */
export function whatWasThrown(error: unknown): "network" | "failed" | "forbidden" | "redirect" {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_REDIRECT")) return "redirect";
  return digest === "NEXT_HTTP_ERROR_FALLBACK;403" ? "forbidden" : whyNoAnswer(error);
}
