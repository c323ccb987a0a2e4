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

/** Where records are looked for: in one dossier, where it is named, and besides the record that asks. */
export interface Within {
  dossierId?: string | null;
  askedBy?: string | null;
}

/** The records of a kind that match a query, asked for while the editor types; a query of null asks for nothing. */
export function useChoices(
  toPath: string,
  query: string | null,
  { dossierId = null, askedBy = null }: Within = {},
): ChoiceSearch {
  const [answered, setAnswered] = useState<{
    choices: EntryChoice[];
    hasFailed: boolean;
    query: string | null;
  }>({ choices: [], hasFailed: false, query: null });

  useEffect(() => {
    if (query === null) return;
    const stop = new AbortController();
    const ask = async () => {
      const params = new URLSearchParams({
        q: query,
        ...(dossierId && { dossier: dossierId }),
        ...(askedBy && { by: askedBy }),
      });
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
  }, [toPath, query, dossierId, askedBy]);

  if (query === null) return { choices: answered.choices, status: "idle", isCurrent: false };
  if (answered.query !== query) return { choices: answered.choices, status: "searching", isCurrent: false };
  return { choices: answered.choices, status: answered.hasFailed ? "failed" : "found", isCurrent: true };
}
