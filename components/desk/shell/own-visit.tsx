"use client";
import { useEffect } from "react";
import { browserCookie, browserCookieIn } from "./browser-cookie";
import { visitCookie, visitNow } from "./visit-cookie";

/** Keeps in this browser when the desk was last used, so that it can tell what changed since the visit before. */
export function OwnVisit() {
  useEffect(() => {
    const { protocol } = window.location;
    const next = visitNow(browserCookieIn(document.cookie, visitCookie, protocol), Date.now());
    document.cookie = browserCookie(visitCookie, next, protocol);
  }, []);
  return null;
}
