"use client";
import { lazy, Suspense, useEffect, useRef } from "react";
import type { SignInWords } from "../sign-in-form";
import { useWords } from "./form-context";

// Only whoever's session has ended needs it.
const SignInForm = lazy(() => import("../sign-in-form").then((part) => ({ default: part.SignInForm })));

interface SignInAgainProps {
  signIn: { words: SignInWords; email: string };
  onSignedIn: () => void;
  onLater: () => void;
}

/** Signing in without leaving the form whose text must not be lost. */
export function SignInAgain({ signIn, onSignedIn, onLater }: SignInAgainProps) {
  const word = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="sign-in-again" onClose={onLater}>
      <h2 id="sign-in-again">{word("signedOut.title")}</h2>
      <p className="field-help">{word("signedOut.help")}</p>
      <Suspense>
        <SignInForm {...signIn} onSignedIn={onSignedIn} />
      </Suspense>
      <form method="dialog">
        <button className="btn-quiet">{word("signedOut.later")}</button>
      </form>
    </dialog>
  );
}
