/** What a kind can add to its own form, besides what is drawn from its definition. */
import type { ComponentType, RefObject } from "react";
import type { Intent } from "@/lib/domain/lifecycle";
import type { KindKey, Kinds } from "@/lib/domain/kinds/registry";
import type { EntryChoice } from "./form-spec";

export type BelowField = ComponentType<{ form: RefObject<HTMLFormElement | null> }>;
export type BesideReference = ComponentType<{ path: string; onChoose: (choice: EntryChoice) => void }>;

export interface KindPanel<F extends string = string> {
  /** What stands below fields of the record, by their keys. */
  below?: Readonly<Partial<Record<F, BelowField>>>;
  /** What stands beside a reference that is not chosen yet. */
  besideReference?: BesideReference;
  /** A way to save and go on with another record. Its word stands under `desk.form`. */
  next?: { intent: Intent; word: string };
}

/** The panel of a kind, whose fields it can name. */
export type PanelOf<K extends KindKey> = KindPanel<keyof Kinds[K]["fields"] & string>;
