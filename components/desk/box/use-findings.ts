"use client";
import { useEffect, useState } from "react";
import type { BoxFinding } from "./box-parts";

export interface Findings {
  found: BoxFinding[];
  status: "idle" | "searching" | "found" | "failed";
}

const pauseBeforeSearch = 150;

/** The records that are meant by what is typed, asked for while it is typed. */
export function useFindings(typed: string): Findings {
  const query = typed.trim();
  const [answered, setAnswered] = useState<{ found: BoxFinding[]; query: string; hasFailed: boolean }>({
    found: [],
    query: "",
    hasFailed: false,
  });
  useEffect(() => {
    if (query === "") return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const response = await fetch(`/admin/search/found?${new URLSearchParams({ q: query })}`, {
          signal: stop.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        const { found } = (await response.json()) as { found: BoxFinding[] };
        setAnswered({ found, query, hasFailed: false });
      } catch {
        if (!stop.signal.aborted) setAnswered({ found: [], query, hasFailed: true });
      }
    };
    const timer = setTimeout(() => void ask(), pauseBeforeSearch);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  if (query === "") return { found: [], status: "idle" };
  if (answered.query !== query) return { found: answered.found, status: "searching" };
  return { found: answered.found, status: answered.hasFailed ? "failed" : "found" };
}
