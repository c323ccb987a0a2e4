"use client";
/** Who else has the record open: asked now and then while the form is in view. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Autosaver } from "./autosave/autosaver";

/** Another person who has the record open, or the same one in another tab. */
export interface Other {
  name: string;
  isTyping: boolean;
  isOwn: boolean;
}

const every = 15_000;
/** That someone begins to type is told so soon, and no more often, in milliseconds. */
const soonest = 4000;

/** The others, as the server last knew them; `typing` is to be called when something is typed here. */
export function usePresence(saver: Autosaver, path: string, id: string | null) {
  const [others, setOthers] = useState<Other[]>([]);
  const onTyping = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (id === null) return;
    let isHere = true;
    let told = 0;
    const post = (doing: "reading" | "typing" | "leaving") =>
      fetch(`/admin/${path}/presence`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, tab: saver.tab, doing }),
        keepalive: doing === "leaving",
      });
    let hasTyped = false;
    const say = async () => {
      if (document.hidden) return;
      told = Date.now();
      const doing = hasTyped ? "typing" : "reading";
      hasTyped = false;
      try {
        const answer = await post(doing);
        const { others: found } = (await answer.json()) as { others: Other[] };
        if (isHere) setOthers((was) => (JSON.stringify(was) === JSON.stringify(found) ? was : found));
      } catch {
        // It is told again in a while; what matters is told by the autosave.
      }
    };
    let soon: ReturnType<typeof setTimeout> | undefined;
    onTyping.current = () => {
      hasTyped = true;
      soon ??= setTimeout(
        () => {
          soon = undefined;
          void say();
        },
        Math.max(0, told + soonest - Date.now()),
      );
    };
    const leave = () => void post("leaving").catch(() => undefined);
    const timer = setInterval(() => void say(), every);
    // The form comes first.
    const first = setTimeout(() => void say(), 500);
    window.addEventListener("pagehide", leave);
    return () => {
      isHere = false;
      clearInterval(timer);
      clearTimeout(first);
      clearTimeout(soon);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [saver, path, id]);
  const typing = useCallback(() => onTyping.current(), []);
  return { others, typing };
}
