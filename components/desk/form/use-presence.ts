"use client";
/** Who else has the record open, and what was done to it: asked now and then while the form is in view. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { RecordAction } from "@/lib/domain/lifecycle";
import type { Autosaver } from "./autosave/autosaver";

/** Another person who has the record open, or the same one in another tab. */
export interface Other {
  name: string;
  isTyping: boolean;
  isOwn: boolean;
}

/** What another did to the record since its page was drawn, and when, in words. */
export interface Moved {
  name: string;
  did: RecordAction;
  at: string;
}

export interface Present {
  others: Other[];
  moved: Moved | null;
}

const every = 15_000;
/** That someone begins to type is told so soon, and no more often, in milliseconds. */
const soonest = 4000;

const none: Present = { others: [], moved: null };

/**
 * The others, as the server last knew them, and what was done since version `since`, with which the page was drawn. `typing` is to be
 * called when something is typed here.
 */
export function usePresence(
  saver: Autosaver,
  { path, id, since }: { path: string; id: string | null; since: number | undefined },
) {
  const [present, setPresent] = useState(none);
  const onTyping = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (id === null) return;
    let isHere = true;
    let told = 0;
    const post = (doing: "reading" | "typing" | "leaving") =>
      fetch(`/admin/${path}/presence`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, tab: saver.tab, doing, since }),
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
        const found = (await answer.json()) as Present;
        if (isHere) setPresent((was) => (JSON.stringify(was) === JSON.stringify(found) ? was : found));
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
  }, [saver, path, id, since]);
  const typing = useCallback(() => onTyping.current(), []);
  return { present, typing };
}
