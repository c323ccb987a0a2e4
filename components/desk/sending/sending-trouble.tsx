"use client";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { senderName } from "@/lib/domain/sender";
import { isSearch } from "../leaving/unsent";
import { type SendingTrouble, signInAnew } from "./sent-form";

/** What is said where a form was not sent, and the way to sign in again; empty outside the desk's layout. */
export type SendingWords = Record<SendingTrouble | "signIn", string>;

const none: SendingWords = { network: "", failed: "", forbidden: "", signedOut: "", signIn: "" };
const WordsContext = createContext({ words: none, email: "" });

interface SenderProps {
  /** For whose account the page is drawn; null for a visitor. */
  account: { id: string; email: string } | null;
  words: SendingWords;
  children: ReactNode;
}

/**
 * Has every form on the desk's pages say for whose account it was drawn, and gives their parts the words for what goes wrong. Drawn
 * anew for another account, a page still holds what was typed before: until someone signs in on it, its forms are the first one's.
 */
export function Sender({ account, words, children }: SenderProps) {
  const isSigningIn = usePathname().startsWith("/admin/sign-in");
  const [own, setOwn] = useState(account);
  const sender = own ?? account;
  // Where one signs in, a page is no one's to keep: who is signed in when it is left has its forms from then on.
  const kept = isSigningIn ? null : sender;
  if (kept?.id !== own?.id) setOwn(kept);
  const id = sender?.id;
  useEffect(() => {
    if (id === undefined) return;
    const sign = ({ target, formData }: FormDataEvent) => {
      if (target instanceof HTMLFormElement && !isSearch(target)) formData.set(senderName, id);
    };
    document.addEventListener("formdata", sign);
    return () => document.removeEventListener("formdata", sign);
  }, [id]);
  const told = useMemo(() => ({ words, email: sender?.email ?? "" }), [words, sender?.email]);
  return <WordsContext value={told}>{children}</WordsContext>;
}

/** Says why a form was not sent, and has the focus; nothing while there is no trouble. */
export function SendingNotice({ trouble }: { trouble: SendingTrouble | null }) {
  const { words, email } = useContext(WordsContext);
  const says = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (trouble) says.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  return (
    <p ref={says} role="alert" tabIndex={-1} className="notice notice-danger">
      {words[trouble]}{" "}
      {trouble === "signedOut" && (
        <a href={`${signInAnew}#${encodeURIComponent(email)}`} target="_blank" rel="noopener">
          {words.signIn}
        </a>
      )}
    </p>
  );
}
