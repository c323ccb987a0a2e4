"use client";
/** Opens the desk's one box: at Ctrl+K (Cmd+K) or by its button. The box itself is loaded when it is first used. */
import { lazy, Suspense, useEffect, useState } from "react";
import { wordAt } from "../form/fill";
import type { BoxProps } from "./box-parts";
import { singleKeysAreOn } from "./single-keys";

const Box = lazy(() => import("./box").then((part) => ({ default: part.Box })));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The button in the desk's header, and what the keys do. */
export function BoxOpener(props: BoxProps) {
  const { words } = props;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() === "k" &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey
      ) {
        event.preventDefault();
        setOpen(true);
      } else if (
        event.key === "?" &&
        !isTyping(event.target) &&
        !document.querySelector("dialog[open]") &&
        singleKeysAreOn()
      ) {
        event.preventDefault();
        window.location.assign("/admin/shortcuts");
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="box-opener desk-header-link"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        {wordAt(words, "open")} <kbd>Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <Box {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
