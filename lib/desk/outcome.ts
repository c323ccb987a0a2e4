/** What the desk answers: success, or a human mistake that the form can show. Bugs and tampering throw. */
import type { BlockedCode } from "@/lib/domain/blocked";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import type { EntryState, RecordAction } from "@/lib/domain/lifecycle";
import type { Typed } from "@/lib/domain/fields/field";

export type { EntryState };

/** A record named in an answer. */
export interface EntryName {
  id: string;
  kind: KindKey;
  title: string;
  /** It is of another dossier than the reader may see at the desk: its title is the published one, and leads nowhere there. */
  isElsewhere?: true;
}

/** A browser tab that writes, and how many edits it had made: a write of fewer edits that comes late counts for nothing. */
export interface Tab {
  id: string;
  edit: number;
}

/**
 * What a write addresses: the record, and the version that the writer has seen. A form names its tab besides: what the
 * same tab wrote after that version, and had no answer to, it has seen as well.
 */
export interface Target {
  kind: KindKey;
  id: string;
  version: number;
  tab?: Tab | undefined;
}

export interface Written {
  ok: true;
  id: string;
  version: number;
  state: EntryState;
  /** Where readers find it, null while it is not published. */
  publicPath: string | null;
  /**
   * What a write tells besides: mistakes that a draft keeps, other records that are the same, and what was put right on
   * reading.
   */
  warnings: Problem[];
  /** It stood so already: there is no new version. */
  isUnchanged?: true;
}

/** A doubt as it is asked: `key` is the same for the same doubt about the same values. */
export interface AskedDoubt extends Problem {
  key: string;
  /** Another record that it is about. */
  other?: EntryName;
}

/** Doubts that were confirmed, by their keys, as a revision keeps them. */
export type ConfirmedDoubts = Record<string, Problem>;

/** Something was done to the record after the version the writer had seen. `theirs` is what stands now. */
export interface StaleRefusal {
  ok: false;
  reason: "stale";
  by: string;
  at: string;
  version: number;
  theirs: Typed;
  state: EntryState;
  /** What was done to it last. */
  did: RecordAction;
  /** The writer's own account did it, from another place. */
  isOwn: boolean;
}

export type Refusal =
  /** Fit to be published, once these doubts are confirmed. */
  | { ok: false; reason: "doubtful"; doubts: AskedDoubt[] }
  | { ok: false; reason: "invalid"; problems: Problem[] }
  | StaleRefusal
  /** Other records stand in the way; `records` names them. */
  | {
      ok: false;
      reason: "blocked";
      code: BlockedCode;
      records: EntryName[];
    }
  | { ok: false; reason: "missing" };

export type Outcome = Written | Refusal;
