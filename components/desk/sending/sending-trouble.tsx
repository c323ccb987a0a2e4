"use client";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { senderName } from "@/lib/domain/sender";
import { isSearch } from "../leaving/unsent";
import type { SendingTrouble } from "./sent-form";

/** What is said where a form was not sent, and the way to sign in again; empty outside the desk's layout. */
export type SendingWords = Record<SendingTrouble | "signIn", string>;

const none: SendingWords = { network: "", failed: "", forbidden: "", signedOut: "", signIn: "" };
const WordsContext = createContext(none);

interface SenderProps {
  /** For whose account the page is drawn; null for a visitor. */
  account: string | null;
  words: SendingWords;
  children: ReactNode;
}

/** Has every form on the desk's pages say for whose account it was drawn, and gives their parts the words for what goes wrong. */
export function Sender({ account, words, children }: SenderProps) {
  useEffect(() => {
    if (account === null) return;
    const sign = ({ target, formData }: FormDataEvent) => {
      if (target instanceof HTMLFormElement && !isSearch(target)) formData.set(senderName, account);
    };
    document.addEventListener("formdata", sign);
    return () => document.removeEventListener("formdata", sign);
  }, [account]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** Says why a form was not sent, and has the focus; nothing while there is no trouble. */
export function SendingNotice({ trouble }: { trouble: SendingTrouble | null }) {
  const words = useContext(WordsContext);
  const says = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (trouble) says.current?.focus();
  }, [trouble]);
  if (!trouble) return null;
  return (
    <p ref={says} role="alert" tabIndex={-1} className="notice notice-danger">
      {words[trouble]}{" "}
      {trouble === "signedOut" && (
        <a href="/admin/sign-in" target="_blank" rel="noopener">
          {words.signIn}
        </a>
      )}
    </p>
  );
}
