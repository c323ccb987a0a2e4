/** Signing out at the provider of single sign-on, where it says that this can be asked of it (RP-initiated logout). */
import "server-only";
import { z } from "zod";
import { env, publicUrl } from "@/lib/env";
import type { SignOnSettings } from "@/lib/env-sign-on";

/** How long the provider may take to say where, in milliseconds. */
const patience = 3000;
/** For so long it is believed where it said so; and not asked again where it did not, in milliseconds. */
const kept = { announced: 10 * 60_000, not: 30_000 };

const description = z.object({
  issuer: z.string(),
  end_session_endpoint: z.url({ protocol: /^https?$/ }).max(1000),
});

/** What was asked last, which those who come before the answer share: anyone may ask for the page that offers it. */
let last: { issuer: string; address: Promise<string | null>; until: number } | null = null;

/**
 * The address at the provider by which a person signs out there, or null where it announces none, does not answer, or the
 * settings leave it out. It is told who asks and, where it knows the way back, where to lead on. It asks the person whether they
 * mean it: no token is kept that would show whom we mean.
 */
export async function signOutThere(now = Date.now()): Promise<string | null> {
  const { signOn } = env();
  if (!signOn || signOn.signOut === "off") return null;
  const address = await addressOf(signOn, now);
  if (address === null) return null;
  const url = new URL(address);
  url.searchParams.set("client_id", signOn.clientId);
  if (signOn.signOut === "back")
    url.searchParams.set("post_logout_redirect_uri", publicUrl() + "/admin/sign-in");
  return url.href;
}

/** Where one signs out, as the provider said a while ago, or is asked now. */
async function addressOf(signOn: SignOnSettings, now: number): Promise<string | null> {
  if (last?.issuer === signOn.issuer && last.until > now) return last.address;
  const asked = { issuer: signOn.issuer, address: announced(signOn), until: Infinity };
  last = asked;
  const address = await asked.address;
  asked.until = now + (address ? kept.announced : kept.not);
  return address;
}

/** Where the provider's description says that one signs out. The description of another provider says nothing. */
async function announced({ issuer }: SignOnSettings): Promise<string | null> {
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, {
      ...{ redirect: "error", signal: AbortSignal.timeout(patience) },
    });
    const said = description.safeParse(await answer.json());
    if (!answer.ok || !said.success || said.data.issuer !== issuer) return null;
    const { end_session_endpoint: address } = said.data;
    return issuer.startsWith("https:") && !address.startsWith("https:") ? null : address;
  } catch {
    return null; // it does not answer, or with something else
  }
}
