"use client";
import { useEffect, useState } from "react";
import type { EntryChoice } from "../../form/form-spec";

export interface ChoiceSearch {
  choices: EntryChoice[];
  status: "idle" | "searching" | "found" | "failed";
  /** Whether the choices answer what is asked now; until then they are of what was typed before. */
  isCurrent: boolean;
}

const pauseBeforeSearch = 120;

/**
 * The records of a kind that match a query, of one dossier where it is named, asked for while the editor types; a query
 * of null asks for nothing.
 */
export function useChoices(toPath: string, query: string | null, dossierId: string | null): ChoiceSearch {
  const [answered, setAnswered] = useState<{
    choices: EntryChoice[];
    hasFailed: boolean;
    query: string | null;
  }>({ choices: [], hasFailed: false, query: null });

  useEffect(() => {
    if (query === null) return;
    const stop = new AbortController();
    const ask = async () => {
      const params = new URLSearchParams({ q: query, ...(dossierId && { dossier: dossierId }) });
      try {
        const response = await fetch(`/admin/${toPath}/choices?${params}`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { choices } = (await response.json()) as { choices: EntryChoice[] };
        setAnswered({ choices, hasFailed: false, query });
      } catch {
        if (!stop.signal.aborted) setAnswered({ choices: [], hasFailed: true, query });
      }
    };
    const timer = setTimeout(() => void ask(), pauseBeforeSearch);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [toPath, query, dossierId]);

  if (query === null) return { choices: answered.choices, status: "idle", isCurrent: false };
  if (answered.query !== query) return { choices: answered.choices, status: "searching", isCurrent: false };
  return { choices: answered.choices, status: answered.hasFailed ? "failed" : "found", isCurrent: true };
}
