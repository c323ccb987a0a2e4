"use client";
import { startTransition, useEffect } from "react";

/** Tells the server that what its reader was told of this record has been read: the page is open before them. */
export function ReadHere({ entry, read }: { entry: string; read: (form: FormData) => Promise<unknown> }) {
  useEffect(() => {
    const form = new FormData();
    form.set("entry", entry);
    startTransition(() => void read(form).catch(() => undefined));
  }, [entry, read]);
  return null;
}
