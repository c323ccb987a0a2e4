"use client";
/**
 * The form of a new record gives way to the record's own page, which is on its way for a moment after the answer to a save.
 * Who types on meanwhile keeps the form that they type in, with all that is half done in it: the page is held back while it is
 * drawn, and comes with the next save.
 */
import { use } from "react";
import type { Standing } from "./answer";

interface Coming {
  id: string;
  /** A page drawn from an older version than this was held back before. */
  version: number;
  isHeld: boolean;
}

/** Only ever set in a browser, where a document has one such form at a time. */
let coming: Coming | null = null;

/** React keeps what is on the screen while what shall take its place waits for this. */
const never = new Promise<never>(() => undefined);

/** The page of this record, as it stands now, is asked for. */
export function expectOwnPage({ id, version }: Pick<Standing, "id" | "version">): void {
  coming = { id, version, isHeld: false };
}

/**
 * The form is used on: no page that was asked for may take its place. Returns whether one was on its way until now; the form
 * has to be drawn anew then, by which React begins anew with a page that it is about to show.
 */
export function holdOwnPage(): boolean {
  if (!coming || coming.isHeld) return false;
  coming.isHeld = true;
  return true;
}

/** The form is gone, and with it what a page could take the place of. */
export function forgetOwnPage(): void {
  coming = null;
}

/** Waits in the form of a record's own page while another form of the record is in use. `did`: what the page says was done. */
export function useHeldBack(standing: Standing | null, did: string | undefined): void {
  if (isHeldBack(standing, did)) use(never);
}

/** Whether it may not be shown. A page without `did` was asked for by a person, as by a link. */
export function isHeldBack(
  standing: Pick<Standing, "id" | "version"> | null,
  did: string | undefined,
): boolean {
  if (!coming || !did || standing?.id !== coming.id) return false;
  return coming.isHeld || standing.version < coming.version;
}
