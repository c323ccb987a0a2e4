import type { Intent } from "./answer";

/** By what was asked, the key of the words that say it was done. */
export const doneWords: Record<Intent, string> = {
  save: "saved",
  "save-and-next": "saved",
  submit: "submitted",
  publish: "published",
  "publish-confirmed": "published",
  unpublish: "unpublished",
  trash: "trashed",
  untrash: "untrashed",
};
