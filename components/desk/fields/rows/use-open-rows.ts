"use client";
import { useState } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { partsOf } from "@/lib/domain/paths";
import { useForm, useProblemPaths } from "../../form/form-context";

/**
 * Rows of more inputs than this, all of them taken together, begin folded: they are a screen to scroll over for what is
 * not looked at, and a thousand of them make a form slow.
 */
const foldAbove = 10;
/** So many lines of folded rows are shown at first, and again each time more are asked for. */
const shownAtOnce = 20;

/**
 * Which rows of a field, of so many rows of so many inputs, are open. Short lists are open altogether; in a long one
 * those that were opened, and those in which something is wrong. An open row stays open until it is folded again; its fields
 * are only out of sight then, with all that is half done in them.
 */
export function useOpenRows(path: string, count: number, inputs: number) {
  const { opensRows } = useForm();
  const [isFolded] = useState(!opensRows && count > 1 && count * inputs > foldAbove);
  const [shown, setShown] = useState(shownAtOnce);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const wrong = useProblemPaths(path).flatMap((one) => partsOf(one)[1] ?? []);
  const [folded, setFolded] = useState<ReadonlyMap<string, Typed>>(new Map());
  const open = (...ids: string[]) => {
    setOpened((was) => new Set([...was, ...ids]));
    setFolded((was) => new Map([...was].filter(([id]) => !ids.includes(id))));
  };
  // While it is drawn, so that the focus finds the field that is wrong.
  if (isFolded && wrong.some((id) => !opened.has(id) || folded.has(id))) open(...wrong);
  return {
    isFolded,
    isOpen: (id: string) => !isFolded || opened.has(id),
    open,
    /** Folds an open row, which holds this by then. */
    fold: (id: string, item: Typed) => setFolded((was) => new Map([...was, [id, item]])),
    /** What an open row held when it was folded again; false for one that is not, null where rows do not fold. */
    foldedAs: (id: string) => (isFolded ? (folded.get(id) ?? false) : null),
    /** From this place on, folded rows have no line of their own. */
    shown,
    /** Shows more of them, the one at this place among them. */
    show: (index: number) => setShown(Math.max(shown, index) + shownAtOnce),
  };
}
