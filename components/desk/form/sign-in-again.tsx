"use client";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { SignInWords } from "../sign-in-form";
import { useWords } from "./form-context";

// Only needed once a session has ended.
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
  // Taken out of the page rather than closed, a dialog does not give the focus back by itself.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
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
