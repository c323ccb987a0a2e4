"use client";
import { useSyncExternalStore } from "react";

/** Where there is no room beside the form: as in `desk.css`. */
const narrow = "(width < 75rem)";

/** The ids of the two tabs and of what they show, where form and preview take one another's place. */
export const tabIds = {
  form: "form-tab",
  fields: "form-fields",
  preview: "preview-tab",
  pane: "preview-pane",
};

/** Whether form and preview stand in one another's place as tabs, for want of room; servers take it that there is room. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    follow,
    () => matchMedia(narrow).matches,
    () => false,
  );
}

function follow(listener: () => void): () => void {
  const media = matchMedia(narrow);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}
