"use client";
/** Opens the desk's one box: at Ctrl+K (Cmd+K) or by its button. The box itself is loaded when it is first used. */
import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
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
  const begun = useRef("");
  const before = useRef<Element | null>(null);
  const open = useCallback(() => {
    begun.current = "";
    before.current = document.activeElement;
    setOpen(true);
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() === "k" &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey
      ) {
        event.preventDefault();
        if (!document.querySelector("dialog.box")) open();
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
  }, [open]);
  return (
    <>
      <button
        type="button"
        className="box-opener desk-header-link"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        {wordAt(words, "open")} <kbd>Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={<Waiting words={words} begun={begun} onClose={close} />}>
          <Box {...props} begun={begun} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

interface WaitingProps extends Pick<BoxProps, "words"> {
  begun: RefObject<string>;
  onClose: () => void;
}

/** Takes what is typed until the box is there, which would else go into the field below. */
function Waiting({ words, begun, onClose }: WaitingProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="box" aria-label={wordAt(words, "open")} onClose={onClose}>
      <input
        aria-label={wordAt(words, "open")}
        autoComplete="off"
        className="control"
        onInput={({ currentTarget }) => (begun.current = currentTarget.value)}
      />
    </dialog>
  );
}
