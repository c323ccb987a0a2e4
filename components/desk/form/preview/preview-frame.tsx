"use client";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

interface PreviewFrameProps {
  title: string;
  children: ReactNode;
}

/**
 * A document of its own within the desk's page, with the page's styles: what is drawn in it has the width of the frame, as on
 * a screen of that size. Its links open beside the form, which is not left.
 */
export function PreviewFrame({ title, children }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  // Some browsers put another document in place of the first one, and say so by `load`.
  const begin = useCallback(() => {
    const own = frame.current?.contentDocument;
    if (!own?.body || own.body.className !== "") return;
    own.documentElement.lang = document.documentElement.lang;
    own.documentElement.className = document.documentElement.className;
    own.title = title;
    own.head.append(
      ...[...document.querySelectorAll("link[rel=stylesheet], style")].map((style) => style.cloneNode(true)),
    );
    own.body.className = "reader preview-body";
    setBody(own.body);
  }, [title]);
  useEffect(begin, [begin]);
  return (
    <iframe ref={frame} title={title} onLoad={begin} className="preview-frame">
      {body && createPortal(<div onClick={followBeside}>{children}</div>, body)}
    </iframe>
  );
}

/** A link within the preview leads to its place there; any other opens in another tab. */
function followBeside(event: MouseEvent<HTMLElement>): void {
  // Elements of another document are of other classes than this one's.
  const target = event.target as Element;
  const link = target.closest("a");
  if (!link) return;
  event.preventDefault();
  const to = link.getAttribute("href") ?? "";
  if (to.startsWith("#")) target.ownerDocument.getElementById(to.slice(1))?.scrollIntoView();
  else window.open(link.href, "_blank", "noopener");
}
