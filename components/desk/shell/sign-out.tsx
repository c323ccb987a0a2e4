"use client";
import { isSignedOut, type SignedOut, signInAnew } from "../sending/sent-form";
import { SendingNotice } from "../sending/sending-trouble";
import { whatWasThrown } from "../sending/no-answer";
import { useSending } from "../sending/use-sent-form";

interface SignOutProps {
  label: string;
  /** Asked where this browser keeps text that was never saved. */
  question: string;
  account: string;
  signOut: (form: FormData) => Promise<SignedOut | void>;
}

/**
 * Signs out. What this browser keeps of the account goes with it, which is asked first. Where another account has signed in meanwhile,
 * its session and the copies stay, and the sign-in page says who is signed in.
 */
export function SignOut({ label, question, account, signOut }: SignOutProps) {
  const { trouble, onSubmit } = useSending(
    (form) => signOutHere(form, { question, account, signOut }),
    () => undefined,
  );
  return (
    // What it answers matters to scripts alone.
    <form action={signOut as (form: FormData) => Promise<void>} onSubmit={onSubmit}>
      <button className="btn-quiet">{label}</button>
      <SendingNotice trouble={trouble} />
    </form>
  );
}

async function signOutHere(
  form: FormData,
  { question, account, signOut }: Omit<SignOutProps, "label">,
): Promise<void> {
  // A browser that keeps nothing has nothing to clear.
  const copies = await copiesHere(account).catch(() => null);
  if (copies && copies.count > 0 && !confirm(question)) return;
  // Nor does a form that goes with the page leave one.
  copies?.keepNone(account);
  try {
    const answer = await signOut(form);
    copies?.keepAgain(account);
    if (isSignedOut(answer)) location.assign(signInAnew);
  } catch (error) {
    if (whatWasThrown(error) === "redirect") await copies?.clearCopies(account).catch(() => undefined);
    else copies?.keepAgain(account);
    throw error;
  }
}

async function copiesHere(account: string) {
  const { countCopies, ...copies } = await import("../form/autosave/local-copy");
  return { ...copies, count: await countCopies(account) };
}
