"use client";

import { type FormEvent, useId, useRef, useState } from "react";

/** The words of the form; `throttled` holds `{minutes}`. */
export interface SignInWords {
  email: string;
  password: string;
  submit: string;
  waiting: string;
  wrong: string;
  disabled: string;
  lapsed: string;
  elsewhere: string;
  throttled: string;
  busy: string;
  unreachable: string;
  failed: string;
  offline: string;
}

interface Props {
  words: SignInWords;
  /** The address to begin with, as of the account that was signed in. */
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

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // a dialog may stand inside another form
    if (isSending) return;
    const typed = new FormData(event.currentTarget);
    setSending(true);
    const refused = await signIn(String(typed.get("email")), String(typed.get("password")));
    setSending(false);
    if (refused === null) return onSignedIn();
    setFault(inWords(refused, words));
    password.current?.focus();
    password.current?.select();
  }

  return (
    <form onSubmit={send} className="space-y-4" noValidate>
      {fault && (
        <p role="alert" id={`${id}-fault`} className="notice notice-danger">
          {fault}
        </p>
      )}
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
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
      </div>
      <button type="submit" aria-disabled={isSending || undefined} className="btn-main">
        {isSending ? words.waiting : words.submit}
      </button>
    </form>
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
  if (
    code === "wrong" ||
    code === "disabled" ||
    code === "lapsed" ||
    code === "elsewhere" ||
    code === "busy" ||
    code === "unreachable" ||
    code === "offline"
  )
    return words[code];
  return words.failed;
}
