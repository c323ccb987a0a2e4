/** A record's life: its states, and the one table of the moves between them. What is not in the table is refused. */

export const entryStates = ["draft", "published", "changed", "trashed"] as const;
export type EntryState = (typeof entryStates)[number];

/** What a move asks of the person who makes it; the same words as the abilities of `lib/auth`. */
type NeededAbility = "write" | "publish";

interface Move {
  /** The state that it leads to, by the state that it begins in. */
  to: Partial<Record<EntryState, EntryState>>;
  /** What it takes to make it; where that depends on the state it begins in, by that state. */
  needs: NeededAbility | Partial<Record<EntryState, NeededAbility>>;
  /** Whether it stores a whole copy of the record in its history. */
  makesRevision: boolean;
}

/** A save that takes back all that was changed leads back to `published`; where the copies are, this is found out. */
const saved = { draft: "draft", published: "changed", changed: "changed" } as const;

/** Every move of a record that is there. The audit trail calls each by its key here. */
export const moves = {
  save: { to: saved, needs: "write", makesRevision: true },
  /** Keeps what is typed while it is typed. Its revision is made only when another sitting begins to write over it. */
  autosave: { to: saved, needs: "write", makesRevision: true },
  restore: { to: saved, needs: "write", makesRevision: true },
  publish: {
    to: { draft: "published", published: "published", changed: "published" },
    needs: "publish",
    makesRevision: true,
  },
  unpublish: { to: { published: "draft", changed: "draft" }, needs: "publish", makesRevision: false },
  /** Gives a published record another address; the one that it had leads to it. */
  readdress: { to: { published: "published", changed: "changed" }, needs: "publish", makesRevision: false },
  /** Says that a record was compared with its sources and still holds; what readers see of it stays as it is. */
  verify: { to: { published: "published" }, needs: "publish", makesRevision: false },
  trash: {
    to: { draft: "trashed", published: "trashed", changed: "trashed" },
    needs: { draft: "write", published: "publish", changed: "publish" },
    makesRevision: false,
  },
  untrash: { to: { trashed: "draft" }, needs: "write", makesRevision: false },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
export const moveNames = Object.keys(moves) as MoveName[];

type Revised = {
  [M in MoveName]: (typeof moves)[M]["makesRevision"] extends true ? M : never;
}[MoveName];

/** What a revision can come from: a record's beginning, or a move that stores a whole copy. */
export type RevisionAction = "create" | Revised;

/** The moves that only change the state. */
export type StateMove = Exclude<MoveName, Revised>;

/** What the audit trail says of records. */
export type RecordAction = "create" | MoveName;

/** Where a move leads from a state; undefined where it is refused. */
export function stateAfter(move: MoveName, from: EntryState): EntryState | undefined {
  const to: Partial<Record<EntryState, EntryState>> = moves[move].to;
  return to[from];
}

/** The states that a move can begin in. */
export function statesBefore(move: MoveName): EntryState[] {
  return entryStates.filter((state) => stateAfter(move, state) !== undefined);
}

/** What it takes to make a move from a state; undefined where it is refused. */
export function abilityFor(move: MoveName, from: EntryState): NeededAbility | undefined {
  if (stateAfter(move, from) === undefined) return undefined;
  const needs: Move["needs"] = moves[move].needs;
  return typeof needs === "string" ? needs : needs[from];
}

/** Whether readers can see a record in this state. */
export function isPublic(state: EntryState): boolean {
  return state === "published" || state === "changed";
}

/** Whether a record in this state holds something that readers do not see yet. */
export function isWaiting(state: EntryState): boolean {
  return state === "draft" || state === "changed";
}

/** What a record's form can ask for. Earlier versions are restored from a page of their own. */
export const intents = [
  "save",
  "publish",
  /** The same with its doubts confirmed. */
  "publish-confirmed",
  "save-and-next",
  /** Saves it and submits what was saved for review. */
  "submit",
  "unpublish",
  "trash",
  "untrash",
] as const;
export type Intent = (typeof intents)[number];

/** The move that an intent asks for. */
export const moveOf = {
  save: "save",
  publish: "publish",
  "publish-confirmed": "publish",
  "save-and-next": "save",
  submit: "save",
  unpublish: "unpublish",
  trash: "trash",
  untrash: "untrash",
} as const satisfies Record<Intent, MoveName>;

/** What an address says was just done to a record (`?did=publish`); undefined for all that is no move. */
export function moveDone(asked: unknown): MoveName | undefined {
  return typeof asked === "string" && Object.hasOwn(moves, asked) ? (asked as MoveName) : undefined;
}
