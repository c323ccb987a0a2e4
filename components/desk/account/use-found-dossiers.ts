"use client";
import { type RefObject, useState } from "react";

export interface FoundDossier {
  id: string;
  title: string;
}

export interface DossierSearch {
  /** What is offered besides what was offered at first: what was found last, and what of earlier finds is ticked. */
  found: readonly FoundDossier[];
  status: "idle" | "searching" | "found" | "none" | "failed";
  /** Finds dossiers by part of their titles, unless it is still finding some. What is ticked among `boxes` stays offered. */
  search(text: string, boxes: RefObject<HTMLElement | null>): Promise<void>;
}

/** A search for dossiers to tick, beside the form that they are ticked in, which keeps all that it holds. */
export function useFoundDossiers(): DossierSearch {
  const [found, setFound] = useState<readonly FoundDossier[]>([]);
  const [status, setStatus] = useState<DossierSearch["status"]>("idle");
  return {
    found,
    status,
    async search(text, boxes) {
      // One at a time: the slower answer of two would stand, whichever was asked last.
      if (status === "searching") return;
      setStatus("searching");
      const choices = await asked(text);
      if (!choices) return setStatus("failed");
      const ticked = boxes.current?.querySelectorAll<HTMLInputElement>("input:checked") ?? [];
      const names = new Set([...ticked].map(({ name }) => name));
      setFound((before) => {
        const kept = before.filter(({ id }) => names.has(boxOf(id)));
        return [...kept, ...choices.filter(({ id }) => !kept.some((one) => one.id === id))];
      });
      setStatus(choices.length > 0 ? "found" : "none");
    },
  };
}

/** The name of a dossier's box. */
export const boxOf = (id: string) => `in.${id}`;

/** What the desk's pickers would offer; null where it cannot be asked. */
async function asked(text: string): Promise<FoundDossier[] | null> {
  try {
    const response = await fetch(`/admin/dossiers/choices?${new URLSearchParams({ q: text })}`);
    if (!response.ok) return null;
    const { choices } = (await response.json()) as { choices: FoundDossier[] };
    return choices.map(({ id, title }) => ({ id, title }));
  } catch {
    return null;
  }
}
