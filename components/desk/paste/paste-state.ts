/** What the page of pasted tables shows and sends: the table as it stands, with what is said of each line. */
import type { EntryState } from "@/lib/domain/lifecycle";
import type { DashMeaning } from "@/lib/domain/pasted/dash-meanings";
import type { FiscalNaming } from "@/lib/domain/pasted/fiscal-namings";
import type { ColumnCommas } from "@/lib/domain/pasted/commas";
import type { ColumnOrder } from "@/lib/domain/pasted/date-orders";
import type { ColumnMark } from "@/lib/domain/pasted/decimal-marks";
import type { EntryChoice, Option } from "../form/form-spec";

/** What the page can be asked for. */
export const pasteIntents = ["read", "check", "draft", "publish", "publish-confirmed"] as const;
export type PasteIntent = (typeof pasteIntents)[number];

/** What becomes of a line's record: as it is recognised, added in any case, or left out. */
export const pasteTodos = ["auto", "add", "skip"] as const;
export type PasteTodo = (typeof pasteTodos)[number];

/** Something said of a line: beside the cell of a column, or beside the line. */
export interface PasteNote {
  column: number | null;
  says: string;
  /** A mistake keeps the line from being saved, what is missing only from being published, a doubt is asked once. */
  weight: "mistake" | "missing" | "doubt";
  /** It is said once above the lines already. */
  isSaidAbove?: true;
}

export interface PasteLine {
  /** Its number in the table, from 0. */
  number: number;
  cells: string[];
  notes: PasteNote[];
  /** By column, how a cell reads that says it otherwise itself: dates, sums and fiscal years in words. */
  reads: Record<number, string>;
  /** By column, what stands in its place now. */
  was: Record<number, string>;
  todo: PasteTodo;
  /** Adds rows to the record of a line above. */
  isPart: boolean;
  /** The record that it is of, where there is one. */
  standing: { id: string; version: number; title: string; href: string } | null;
  /** The keys of the doubts that were asked about it. */
  asked: string[];
}

/** A line that is saved. */
export interface PasteDone {
  line: number;
  href: string;
  title: string;
  state: EntryState;
}

export interface PasteSource {
  /** What is typed, and the source that was chosen by it. */
  text: string;
  id: string;
  /** Sources that may be meant. */
  offers: EntryChoice[];
  /** A source that is to be made. */
  made: { title: string; publisher: string; address: string };
  /** Which source is meant has to be told. */
  isUnclear: boolean;
  problem: string;
}

export interface PasteGrid {
  headings: string[];
  /** By column, the path of its field; empty for one that is left out. */
  paths: string[];
  units: string[];
  /** By column, what its unit may be where that is open, empty where it cannot be read; null where it is sure. */
  openUnits: (string[] | null)[];
  /** By column, in which order its dates stand; null where that makes no difference. */
  orders: (ColumnOrder | null)[];
  /** By column, which is the decimal mark of its amounts; null where that makes no difference. */
  marks: (ColumnMark | null)[];
  /** By column, what a comma means in its lists; null where that makes no difference. */
  commas: (ColumnCommas | null)[];
  /** What dashes say among amounts: asked once where there are any. */
  dash: { isAsked: boolean; meaning: DashMeaning | null };
  /** What fiscal years are named by that are named by one year: asked once likewise. */
  fiscal: { isAsked: boolean; meaning: FiscalNaming | null };
  /** What was made plain in what was pasted, in words; empty where nothing was. */
  cleaned: string;
  /** What was done to its columns before it was read, in sentences: flags or years joined, years that stood across turned. */
  arranged?: readonly string[];
  lines: PasteLine[];
  /** By field, what holds for every line whose cell is empty. */
  every: Record<string, string>;
  /** The fields that have to be filled and that no line says, by their paths. */
  missing: string[];
  /** What changed, to be said of every record that is published. */
  changeNote: string;
  source: PasteSource;
  done: PasteDone[];
  /** Doubts were asked: publishing again confirms them. */
  asksDoubts: boolean;
}

export type PasteReason = "signedOut" | "forbidden" | "unavailable" | "network" | "failed";

export type PasteAnswer =
  | { step: "text"; text: string; fault: string; reason?: PasteReason }
  | { step: "grid"; grid: PasteGrid; says: string; reason?: PasteReason };

export type PasteTable = (last: PasteAnswer | null, form: FormData) => Promise<PasteAnswer>;

/** A field that a column can be, or that can hold for every line. */
export interface PasteField {
  path: string;
  label: string;
  /** Its own field of the record, rather than one of a row. */
  isOwn: boolean;
  /** Has to be filled before publication. */
  isNeeded: boolean;
  /** Holds sums, which a heading may give a unit. */
  isSum: boolean;
  /** What there is to choose from. */
  options?: readonly Option[];
  /** Which of the record's fields its cells are of follows from another one, once this says any of these values. */
  follows?: { from: string; values: readonly string[] };
}
