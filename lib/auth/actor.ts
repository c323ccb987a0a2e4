/** Who acts. An Actor can only be made here, so that a write without authorisation does not compile. */
import "server-only";
import { noteRefusal } from "./security-events";

export const roles = ["viewer", "author", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/**
 * What can be asked of an actor. `read` is of the desk: drafts and history. `addDossier` and `setForAll`, what all dossiers
 * share, as subjects and shared views, are for those alone who are limited to no dossiers.
 */
export type Ability = "read" | "write" | "publish" | "addDossier" | "setForAll" | "manage";

const abilities: Record<Role, readonly Ability[]> = {
  viewer: ["read"],
  author: ["read", "write", "addDossier"],
  editor: ["read", "write", "addDossier", "publish", "setForAll"],
  admin: ["read", "write", "addDossier", "publish", "setForAll", "manage"],
};

const unlimitedAlone: readonly Ability[] = ["addDossier", "setForAll", "manage"];

/** The roles whose holders may do this. */
export function rolesThatMay(ability: Ability): Role[] {
  return roles.filter((role) => abilities[role].includes(ability));
}

declare const made: unique symbol;

/** A person who has proved who they are, or the operator. */
export interface Actor {
  /** The user's id, null for the operator at the command line, who has no account. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  /**
   * The ids of the dossiers to which they are limited at the desk; null where they are not. What that means for a record,
   * `lib/desk/limits.ts` says.
   */
  readonly limitedTo: readonly string[] | null;
  /** Whether they have proved who they are just now, which changing accounts asks for (decision 69). */
  readonly isConfirmed: boolean;
  readonly [made]: true;
}

/** Thrown when an actor may not do what was asked. Forms offer nothing forbidden, so it means tampering or a lost right. */
export class Forbidden extends Error {
  override readonly name = "Forbidden";
  /** By this digest Next answers 403 to an action that throws it, and not 500 as for a fault of ours. */
  readonly digest = "NEXT_HTTP_ERROR_FALLBACK;403";
}

/** Whether the actor may do this. Without an actor nothing is allowed. */
export function may(actor: Actor | null, ability: Ability): boolean {
  if (actor === null || !abilities[actor.role].includes(ability)) return false;
  return actor.limitedTo === null || !unlimitedAlone.includes(ability);
}

/** Returns where the actor may do this; a refusal is noted in the audit log. @throws {Forbidden} */
export function demand(actor: Actor | null, ability: Ability): asserts actor is Actor {
  if (may(actor, ability)) return;
  noteForbidden(actor, ability);
  throw new Forbidden(`${actor?.role ?? "a visitor"} may not ${ability}`);
}

/** Refuses what a role alone does not decide, and notes why in the audit log. @throws {Forbidden} */
export function forbid(by: Pick<Actor, "id" | "name">, why: string): never {
  noteRefusal(by, { action: "refused.role", detail: { why } });
  throw new Forbidden(why);
}

/** Notes that an actor was refused something. For pages, which answer with a page of their own. */
export function noteForbidden(actor: Actor | null, ability: Ability): void {
  noteRefusal(actor, { action: "refused.role", detail: { ability } });
}

/** The account of an actor, in whose name `what` will be done later. @throws {Forbidden} for the operator, who has none. */
export function accountOf({ id }: Actor, what: string): string {
  if (id === null)
    throw new Forbidden(`the operator at the command line has no account to ${what} in the name of`);
  return id;
}

/** To which dossiers an account is limited, as it is kept: one that is limited to none sees no record of any. */
export interface AccountLimits {
  isLimited: boolean;
  limitedTo: readonly string[];
}

/** The columns of an account that say whom it stands for, as `actorFor` takes them. */
export const actorColumns = { id: true, name: true, role: true, isLimited: true, limitedTo: true } as const;

/** The dossiers to which limits hold an account of this role; null where they do not. Admins are limited to nothing. */
export function limitsOf({ role, isLimited, limitedTo }: AccountLimits & { role: string }): string[] | null {
  return isLimited && role !== "admin" ? [...limitedTo] : null;
}

/** Only for lib/auth: the actor that a valid session stands for. Without a session it has proved nothing just now. */
export function actorFor(
  user: { id: string; name: string; role: string } & AccountLimits,
  { isConfirmed = false } = {},
): Actor {
  const role = roles.find((one) => one === user.role);
  if (!role) throw new Error(`No such role: ${user.role}`);
  return { id: user.id, name: user.name, role, limitedTo: limitsOf(user), isConfirmed } as Actor;
}

/** Only for the command line and the seed: the person who runs the server's own commands may do everything. */
export function operator(): Actor {
  return { id: null, name: "Operator", role: "admin", limitedTo: null, isConfirmed: true } as Actor;
}
