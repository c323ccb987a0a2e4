/** Why a record was left as it was, in the shape in which that is kept with what was asked of it. */
import { z } from "zod";
import { blockedCodes } from "@/lib/domain/blocked";
import { kindKeys, type KindKey } from "@/lib/domain/kinds/registry";
import type { EntryName } from "./outcome";

/** A problem or a doubt. */
export const keptProblem = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/**
 * A record that is named, as the person who was refused saw it. `namesFor` says what a later reader is told of it, and whether it is
 * of another dossier than theirs.
 */
export const keptName: z.ZodType<EntryName> = z.object({
  id: z.string(),
  kind: z.enum(kindKeys as [KindKey, ...KindKey[]]),
  title: z.string(),
});

export const keptInvalid = z.object({ reason: z.literal("invalid"), problems: z.array(keptProblem) });
export const keptBlocked = z.object({
  reason: z.literal("blocked"),
  code: z.enum(blockedCodes),
  records: z.array(keptName),
});
