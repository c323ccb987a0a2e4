"use client";
/** At a value in the form: how many open comments are about it, and a way to say one. */
import { pathsUpFrom } from "@/lib/domain/paths";
import { newCommentId } from "./new-comment-id";
import { useForm, useWords } from "../form/form-context";

/** The mark at a path; nothing where the record is not saved yet. */
export function CommentMark({ path, label }: { path: string; label: string }) {
  const word = useWords();
  const { openComments } = useForm();
  if (!openComments) return null;
  const count = openComments[path] ?? 0;
  return (
    <button
      type="button"
      // Twice as many stops on the way through a form are too many: beside it, a comment can be about any field.
      tabIndex={count > 0 ? undefined : -1}
      className={count > 0 ? "comment-mark comment-mark-open" : "comment-mark"}
      onClick={() => beginAt(path)}
    >
      <span aria-hidden="true">{count > 0 ? word("comments.count", { count }) : word("comments.say")}</span>
      <span className="sr-only">
        {word(count > 0 ? "comments.markOpen" : "comments.mark", { label, count })}
      </span>
    </button>
  );
}

/** Goes to where a comment is said, about the value or the nearest one around it that was saved. */
function beginAt(path: string): void {
  const place = document.getElementById(newCommentId);
  const about = place?.querySelector<HTMLSelectElement>("select[name=path]");
  if (about) {
    const offered = new Set([...about.options].map(({ value }) => value));
    about.value = pathsUpFrom(path).find((one) => offered.has(one)) ?? "";
    // Or the form takes it for unchanged, and puts it back when the page is drawn anew.
    about.dispatchEvent(new Event("input", { bubbles: true }));
  }
  place?.querySelector<HTMLTextAreaElement>("textarea")?.focus();
}
