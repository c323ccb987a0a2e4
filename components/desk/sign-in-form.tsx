"use client";

import { type FormEvent, type RefObject, useId, useRef, useState } from "react";
import { signInByPasskey } from "./sign-in-by-passkey";

/** The words of the form; `throttled` holds `{minutes}`. Those of `faults` are found by their codes. */
export interface SignInWords {
  email: string;
  password: string;
  submit: string;
  waiting: string;
  passkey: string;
  throttled: string;
  failed: string;
  faults: Record<string, string>;
}

interface Props {
  words: SignInWords;
  /** The address of the account that was signed in, which is to sign in again. */
  email?: string;
  /** Called once the session stands; the page around is not touched. */
  onSignedIn: () => void;
}

/**
 * Signs in where one is, for a session that ended while something was being typed. It talks to next-auth's own
 * addresses rather than through a server action, after which Next would draw the page anew.
 */
export function SignInForm({ words, email = "", onSignedIn }: Props) {
  const id = useId();
  const [fault, setFault] = useState("");
  const [isSending, setSending] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  /** Whether the session stands, or is being asked for already. */
  async function send(work: () => Promise<string | null>): Promise<boolean> {
    if (isSending) return true;
    setSending(true);
    const refused = await work();
    setSending(false);
    if (refused === null) onSignedIn();
    else setFault(inWords(refused, words));
    return refused === null;
  }

  async function sendTyped(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // a dialog may stand inside another form
    const typed = new FormData(event.currentTarget);
    if (await send(() => signIn(String(typed.get("email")), String(typed.get("password"))))) return;
    password.current?.focus();
    password.current?.select();
  }

  return (
    <form onSubmit={sendTyped} className="space-y-4" noValidate>
      {fault && (
        <p role="alert" id={`${id}-fault`} className="notice notice-danger">
          {fault}
        </p>
      )}
      <TypedFields id={id} words={words} email={email} isWrong={fault !== ""} password={password} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" aria-disabled={isSending || undefined} className="btn-main">
          {isSending ? words.waiting : words.submit}
        </button>
        {/* The form is made by a script: what the browser has is known. */}
        {"PublicKeyCredential" in window && (
          <button
            type="button"
            className="btn"
            aria-disabled={isSending || undefined}
            onClick={() => void send(signInByPasskey)}
          >
            {words.passkey}
          </button>
        )}
      </div>
    </form>
  );
}

interface FieldsProps {
  id: string;
  words: SignInWords;
  email: string;
  isWrong: boolean;
  password: RefObject<HTMLInputElement | null>;
}

function TypedFields({ id, words, email, isWrong, password }: FieldsProps) {
  return (
    <>
      <div>
        <label htmlFor={`${id}-email`} className="field-label">
          {words.email}
        </label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          // What was typed belongs to this account, and is kept in no other's name.
          readOnly={email !== ""}
          className="control"
          autoFocus={!email}
        />
      </div>
      <div>
        <label htmlFor={`${id}-password`} className="field-label">
          {words.password}
        </label>
        <input
          id={`${id}-password`}
          ref={password}
          name="password"
          type="password"
          autoComplete="current-password"
          className="control"
          autoFocus={Boolean(email)}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-fault` : undefined}
        />
      </div>
    </>
  );
}

/** Signs in and returns null, or the code of what stood in the way. */
async function signIn(email: string, password: string): Promise<string | null> {
  try {
    const asked = await fetch("/api/auth/csrf", { cache: "no-store" });
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    });
    const { url } = (await answer.json()) as { url: string };
    const went = new URL(url, location.href).searchParams;
    if (answer.ok && !went.has("csrf")) return null;
    return went.get("error") ?? "failed";
  } catch (error) {
    return error instanceof TypeError ? "offline" : "failed"; // what fetch throws, and what JSON throws
  }
}

function inWords(code: string, words: SignInWords): string {
  const seconds = /^throttled-(\d+)$/.exec(code)?.[1];
  if (seconds) return words.throttled.replace("{minutes}", String(Math.ceil(Number(seconds) / 60)));
  return Object.hasOwn(words.faults, code) ? words.faults[code]! : words.failed;
}
