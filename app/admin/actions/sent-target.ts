/** How forms say which record they are about. */
import { z } from "zod";
import { mostCharacters, readChangeNote } from "@/lib/domain/short-note";
import { kindKeys, type KindKey } from "@/lib/domain/kinds/registry";

export const sentKind = z.enum(kindKeys as [KindKey, ...KindKey[]]);

/** The version that the sender has seen, in digits. */
export const sentVersion = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** What changed, as forms send it: one line, which their inputs keep short. */
export const changeNote = z
  .string()
  .max(4 * mostCharacters.changeNote)
  .transform(readChangeNote)
  .refine((note) => note !== undefined);

/** A record that is saved, by the parts of a `Target`. */
export const sentTarget = { kind: sentKind, id: z.uuid(), version: sentVersion };
