"use client";
import { useRef } from "react";

interface SignOutProps {
  label: string;
  /** Asked where this browser keeps text that was never saved. */
  question: string;
  account: string;
  signOut: () => Promise<void>;
}

/** Signs out. What this browser keeps of the account goes with it, which is asked first. */
export function SignOut({ label, question, account, signOut }: SignOutProps) {
  const isClear = useRef(false);
  return (
    <form
      action={signOut}
      onSubmit={(event) => {
        if (isClear.current) return;
        event.preventDefault();
        const form = event.currentTarget;
        void clearedOf(account, question).then((goesOn) => {
          if (!goesOn) return;
          isClear.current = true;
          form.requestSubmit();
        });
      }}
    >
      <button className="btn-quiet">{label}</button>
    </form>
  );
}

/** Whether nothing of the account is left here, or it was agreed that it goes. */
async function clearedOf(account: string, question: string): Promise<boolean> {
  try {
    const copies = await import("../form/autosave/local-copy");
    if ((await copies.countCopies(account)) > 0 && !confirm(question)) return false;
    await copies.clearCopies(account);
  } catch {
    // A browser that keeps nothing has nothing to clear.
  }
  return true;
}
