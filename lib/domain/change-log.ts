/** What is told of publications and withdrawals, and how addresses name places among them. */
import { isShared, kindKeys, type KindKey } from "./kinds/registry";

/** Of a record that was withdrawn it is told that it was, of which kind it was, and nothing else. */
export type Happened = "added" | "changed" | "again" | "withdrawn";

/** The kinds of whose changes is told: those that belong to dossiers, and dossiers themselves. */
export const changedKinds: readonly KindKey[] = kindKeys.filter((kind) => !isShared(kind));

/** As many changes as a page shows. */
export const changesPage = 50;

/** Where a page of changes ends: the instant and id of its last. */
export interface ChangeCursor {
  at: Date;
  id: string;
}

const cursorPattern = /^(\d{12,14})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as an address spells it; null for anything else. */
export function readCursor(text: unknown): ChangeCursor | null {
  const parts = typeof text === "string" && text.length <= 60 ? cursorPattern.exec(text) : null;
  return parts ? { at: new Date(Number(parts[1])), id: parts[2]! } : null;
}

/** The cursor behind a change, of which the instant is ISO. */
export const cursorOf = ({ at, id }: { at: string; id: string }) => `${Date.parse(at)}-${id}`;

/** A version as an address names it, no greater than the database's integers. */
export const versionPattern = /^[1-9]\d{0,8}$/;
