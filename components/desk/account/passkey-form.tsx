"use client";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useEffect, useSyncExternalStore } from "react";
import { AccountForm } from "./account-form";
import type { AccountField, AccountFormAction } from "./form-state";
import { passkeyProblem } from "./passkey-problem";

/** What the server offers a browser to make or to use a passkey by, or why it does not, in words. */
export type PasskeyOffer =
  | { ok: true; making: PublicKeyCredentialCreationOptionsJSON }
  | { ok: true; using: PublicKeyCredentialRequestOptionsJSON }
  | { ok: false; says: string };

/** What the form says where the browser stands in the way. */
export interface PasskeyWords {
  known: string;
  stopped: string;
  failed: string;
  unsupported: string;
  withoutScripts: string;
}

interface Props {
  offer: () => Promise<PasskeyOffer>;
  /** Is sent what the passkey answers as `answer`. */
  action: AccountFormAction;
  fields?: AccountField[];
  hidden?: Record<string, string>;
  submit: string;
  waiting: string;
  grave?: boolean;
  words: PasskeyWords;
}

// On pages with such a form alone, and once there is time.
const library = () => import("@simplewebauthn/browser");

const never = () => () => undefined;
const hasPasskeys = () => "PublicKeyCredential" in window;

/** A form that is sent with what a passkey answers. Without scripts it says that it needs them. */
export function PasskeyForm({ offer, words, ...form }: Props) {
  const isOffered = useSyncExternalStore<boolean | null>(never, hasPasskeys, () => null);
  useEffect(() => {
    // So that a press is answered at once: some browsers take a passkey for a short while after it alone.
    if (isOffered) library().catch(() => undefined);
  }, [isOffered]);
  if (isOffered === null)
    return (
      <noscript>
        <p className="text-muted">{words.withoutScripts}</p>
      </noscript>
    );
  if (!isOffered) return <p className="text-muted">{words.unsupported}</p>;
  return (
    <AccountForm
      {...form}
      before={async (typed) => {
        try {
          const offered = await offer();
          if (!offered.ok) return offered.says;
          typed.set("answer", JSON.stringify(await answerTo(offered)));
          return null;
        } catch (error) {
          return words[passkeyProblem(error)];
        }
      }}
    />
  );
}

async function answerTo(offered: Extract<PasskeyOffer, { ok: true }>): Promise<object> {
  const { startAuthentication, startRegistration } = await library();
  return "making" in offered
    ? startRegistration({ optionsJSON: offered.making })
    : startAuthentication({ optionsJSON: offered.using });
}
