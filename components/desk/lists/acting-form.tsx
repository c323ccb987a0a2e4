"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { actsAfter, listSearch } from "./list-search";

interface ActingFormProps {
  /** The list's path. */
  path: string;
  /** What is not said in the address, since it is so unless told: as an address would say it. */
  usual: string;
  label: string;
  /** What stands where there are no scripts: the button that sends the form. */
  button: string;
  /** Leads to the list without filters; absent where there are none. */
  clear: ReactNode;
  children: ReactNode;
}

/**
 * Filters of a list that act by themselves: a choice at once, typing once it pauses. What is typed and where the focus is stay,
 * for the page is drawn anew around them. Without scripts it is a plain form with a button.
 */
export function ActingForm({ path, usual, label, button, clear, children }: ActingFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isReady, setReady] = useState(false);
  const [isPending, start] = useTransition();
  useEffect(() => {
    const filters = form.current;
    if (!filters) return;
    const unsaid = Object.fromEntries(new URLSearchParams(usual));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = listSearch(new FormData(filters), unsaid);
    const act = () => {
      clearTimeout(timer);
      const search = listSearch(new FormData(filters), unsaid);
      if (search === last) return;
      last = search;
      start(() => router.replace(search === "" ? path : `${path}?${search}`, { scroll: false }));
    };
    // The form's own events, as what is chosen among many dossiers is a hidden input, of which React tells nothing.
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(act, actsAfter);
    };
    const onSubmit = (event: Event) => {
      event.preventDefault();
      act();
    };
    filters.addEventListener("input", onInput);
    filters.addEventListener("change", act);
    filters.addEventListener("submit", onSubmit);
    setReady(true);
    return () => {
      clearTimeout(timer);
      filters.removeEventListener("input", onInput);
      filters.removeEventListener("change", act);
      filters.removeEventListener("submit", onSubmit);
    };
  }, [path, router, usual]);
  return (
    <form
      ref={form}
      className="list-filters"
      role="search"
      aria-label={label}
      aria-busy={isPending || undefined}
    >
      {children}
      <div className="btn-row">
        {/* It stays, unseen: Enter in a field sends a form by its button. */}
        <button className="btn" hidden={isReady}>
          {button}
        </button>
        {clear}
      </div>
    </form>
  );
}
