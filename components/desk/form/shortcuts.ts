"use client";
/** What makes typing quicker. */
import { sideOf, type Sides } from "@/lib/domain/sides";
import { type FormEvent, type KeyboardEvent as KeyPress, useEffect, useRef } from "react";

/** Calls `save` at Ctrl+S (Cmd+S) instead of the browser's own save. */
export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** When one of two fields of sides is chosen and the other is empty, fills in the other side's country of today. */
export function followPair(
  event: FormEvent<HTMLFormElement>,
  pair: readonly [string, string],
  sides: Sides,
): void {
  const chosen = event.target;
  if (!(chosen instanceof HTMLSelectElement) || !pair.includes(chosen.name)) return;
  const otherName = chosen.name === pair[0] ? pair[1] : pair[0];
  const other = event.currentTarget.elements.namedItem(otherName);
  if (!(other instanceof HTMLSelectElement) || other.value !== "") return;
  const side = sideOf(chosen.value, sides);
  if (side) other.value = sides.parties[side === "a" ? 1 : 0];
}

/** Enter in a line of text must not send a half-filled form: browsers would press its first button. */
export function keepEnter(event: KeyPress<HTMLFormElement>): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
