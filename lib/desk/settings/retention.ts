/** How long earlier versions of records are kept, as admins set it. What goes is decided by the database itself (decision 57). */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";

/** A version goes that is older than so many years and has so many newer ones, of what is said; null: not said. */
export interface RetentionRule {
  years: number | null;
  last: number | null;
  /** The version of the rule that was seen, 0 where none was ever set. */
  version: number;
}

export interface KeptRetention extends RetentionRule {
  /** Who set it and when; null where it was never set. */
  setByName: string | null;
  setAt: string | null;
  /** When all versions were last looked at, and how many went; null where that has not been done yet. */
  lookedAt: string | null;
  pruned: number;
}

export type RetentionOutcome = { ok: true } | { ok: false; field: "years" | "last"; code: string };

/** The bounds within which the rule is set: the database has the same. */
export const retentionBounds = { years: 100, last: 10_000 } as const;

/** The rule as it stands, and what it did. */
export async function retentionRule(actor: Actor): Promise<KeptRetention> {
  demand(actor, "manage");
  const rule = await database().retentionRule.findUnique({ where: { id: 1 } });
  return {
    ...{ years: rule?.years ?? null, last: rule?.last ?? null, version: rule?.version ?? 0 },
    ...{ setByName: rule?.setByName ?? null, setAt: rule?.setAt.toISOString() ?? null },
    ...{ lookedAt: rule?.roundEndedAt?.toISOString() ?? null, pruned: rule?.roundPruned ?? 0 },
  };
}

/** Sets the rule, as it was typed, unless another admin set it meanwhile. The next round begins at once. */
export async function setRetention(
  actor: Actor,
  typed: { years: string; last: string; version: number },
): Promise<RetentionOutcome> {
  demand(actor, "manage");
  const years = readBound(typed.years, retentionBounds.years);
  const last = readBound(typed.last, retentionBounds.last);
  if (years === undefined) return { ok: false, field: "years", code: "retention.years" };
  if (last === undefined) return { ok: false, field: "last", code: "retention.last" };
  const rule = { years, last, setAt: new Date(), setById: actor.id, setByName: actor.name };
  const begun = {
    roundEntryId: null,
    roundVersion: null,
    roundPruned: 0,
    roundEndedAt: null,
    touchedAt: null,
  };
  const version = typed.version + 1;
  const isSet = await database().$transaction(async (tx) => {
    const { count } =
      typed.version === 0
        ? await tx.retentionRule.createMany({ data: { id: 1, version, ...rule }, skipDuplicates: true })
        : await tx.retentionRule.updateMany({
            where: { id: 1, version: typed.version },
            data: { version, ...rule, ...begun },
          });
    if (count === 0) return false;
    await noteAct(tx, actor, {
      action: "retention.set",
      subject: "versions",
      version,
      detail: { years, last },
    });
    return true;
  });
  return isSet ? { ok: true } : { ok: false, field: "years", code: "retention.stale" };
}

/** A whole number from 1 to a bound, null for nothing, undefined for anything else. */
function readBound(typed: string, max: number): number | null | undefined {
  const text = typed.slice(0, 20).trim();
  if (text === "") return null;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : undefined;
}
