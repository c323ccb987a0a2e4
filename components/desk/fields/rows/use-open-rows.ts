"use client";
import { useState } from "react";
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
 * those that were opened, and those in which something is wrong. An open row stays open.
 */
export function useOpenRows(path: string, count: number, inputs: number) {
  const { opensRows } = useForm();
  const [isFolded] = useState(!opensRows && count > 1 && count * inputs > foldAbove);
  const [shown, setShown] = useState(shownAtOnce);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const wrong = useProblemPaths(path).flatMap((one) => partsOf(one)[1] ?? []);
  const open = (...ids: string[]) => setOpened((was) => new Set([...was, ...ids]));
  // While it is drawn, so that the focus finds the field that is wrong.
  if (isFolded && wrong.some((id) => !opened.has(id))) open(...wrong);
  return {
    isFolded,
    isOpen: (id: string) => !isFolded || opened.has(id),
    open,
    /** From this place on, folded rows have no line of their own. */
    shown,
    /** Shows more of them, the one at this place among them. */
    show: (index: number) => setShown(Math.max(shown, index) + shownAtOnce),
  };
}
