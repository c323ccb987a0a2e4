"use client";
import { useEffect } from "react";
import { visitCookie, visitNow } from "./visit-cookie";

/** Keeps in this browser when the desk was last used, so that it can tell what changed since the visit before. */
export function OwnVisit() {
  useEffect(() => {
    const told = document.cookie.split("; ").find((one) => one.startsWith(`${visitCookie}=`));
    const next = visitNow(told?.slice(visitCookie.length + 1), Date.now());
    document.cookie = `${visitCookie}=${next}; path=/admin; max-age=31536000; samesite=lax`;
  }, []);
  return null;
}
