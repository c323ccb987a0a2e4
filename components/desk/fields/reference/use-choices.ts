"use client";
import { useEffect, useState } from "react";
import { useForm } from "../../form/form-context";
import type { EntryChoice } from "../../form/form-spec";

export interface ChoiceSearch {
  choices: EntryChoice[];
  status: "idle" | "searching" | "found" | "failed";
}

const pauseBeforeSearch = 120;

/** The records of a kind that match a query, asked for while the editor types; null asks for nothing. */
export function useChoices(toPath: string, query: string | null): ChoiceSearch {
  const { dossierId, known } = useForm();
  const [search, setSearch] = useState<ChoiceSearch>({ choices: [], status: "idle" });

  useEffect(() => {
    if (query === null) return;
    const stop = new AbortController();
    const ask = async () => {
      setSearch((was) => ({ ...was, status: "searching" }));
      const params = new URLSearchParams({ q: query, ...(dossierId && { dossier: dossierId }) });
      try {
        const response = await fetch(`/admin/${toPath}/choices?${params}`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { choices } = (await response.json()) as { choices: EntryChoice[] };
        for (const choice of choices) known.set(choice.id, choice);
        setSearch({ choices, status: "found" });
      } catch {
        if (!stop.signal.aborted) setSearch({ choices: [], status: "failed" });
      }
    };
    const timer = setTimeout(() => void ask(), pauseBeforeSearch);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [toPath, query, dossierId, known]);

  return search;
}
