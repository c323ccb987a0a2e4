/** Signing in by a passkey without a server action, after which Next would draw the page anew. */
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { passkeyProblem } from "./account/passkey-problem";

/** What the server says: by what a passkey is used, that the session stands, or the code of what stood in the way. */
export type PasskeyAnswer =
  { ok: true; using?: PublicKeyCredentialRequestOptionsJSON } | { ok: false; code: string };

/** Signs in and returns null, or the code of what stood in the way. */
export async function signInByPasskey(): Promise<string | null> {
  try {
    const offered = await ask({});
    if (!offered.ok) return offered.code;
    if (!offered.using) return "failed";
    const answer = await answerTo(offered.using);
    if (typeof answer === "string") return answer;
    const outcome = await ask({ answer: JSON.stringify(answer) });
    return outcome.ok ? null : outcome.code;
  } catch (error) {
    return error instanceof TypeError ? "offline" : "failed"; // what fetch throws, and what JSON throws
  }
}

/** What the passkey answers, or the code of what stood in its way. */
async function answerTo(optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<object | string> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  try {
    return await startAuthentication({ optionsJSON });
  } catch (error) {
    return passkeyProblem(error) === "stopped" ? "passkeyStopped" : "passkeyFailed";
  }
}

async function ask(fields: Record<string, string>): Promise<PasskeyAnswer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await fetch("/api/auth/passkey", { method: "POST", body });
  return (await answer.json()) as PasskeyAnswer;
}
