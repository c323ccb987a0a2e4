/** How forms say which record they are about. */
import { z } from "zod";
import { kindKeys, type KindKey } from "@/lib/domain/kinds/registry";

export const sentKind = z.enum(kindKeys as [KindKey, ...KindKey[]]);

/** The version that the sender has seen, in digits. */
export const sentVersion = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** A record that is saved, by the parts of a `Target`. */
export const sentTarget = { kind: sentKind, id: z.uuid(), version: sentVersion };
