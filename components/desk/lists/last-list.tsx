"use client";
import { type ReactNode, useEffect, useState } from "react";

/** Under what a tab keeps how a person last had a list. */
const keyOf = (path: string, account: string) => `list ${account} ${path}`;

/** Keeps in this tab how a list stands, so that the way back from a record leads to it as it was. */
export function KeepList({ path, account, query }: { path: string; account: string; query: string }) {
  useEffect(() => {
    try {
      sessionStorage.setItem(keyOf(path, account), query);
    } catch {
      // A browser that keeps nothing leads back to the whole list.
    }
  }, [path, account, query]);
  return null;
}

interface BackToListProps {
  path: string;
  account: string;
  /** Behind the question mark, where this tab has not had the list yet. */
  query: string;
  children: ReactNode;
}

/** The way to a list, as this tab had it last. */
export function BackToList({ path, account, query, children }: BackToListProps) {
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => {
    try {
      setLast(sessionStorage.getItem(keyOf(path, account)));
    } catch {
      // As above.
    }
  }, [path, account]);
  const shown = last ?? query;
  return <a href={shown === "" ? path : `${path}?${shown}`}>{children}</a>;
}
