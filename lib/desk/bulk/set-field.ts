/** Setting one field of many records to one value, read as a form reads it. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { isEmpty as isEmptyValue } from "@/lib/domain/fields/field";
import type { FieldKindName } from "@/lib/domain/fields/fields";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { fieldProblems, type Problem } from "@/lib/domain/record";
import type { Refusal, Target } from "../outcome";
import { saveDraft } from "../write/save";
import { contextIn, currentEntry } from "../write/context";
import { type Applied, onDraft } from "./on-draft";
import type { BulkParams } from "./change-set";

/** Kinds of fields that hold a value which many records can share: no rows, figures, files or references. */
const settable: readonly FieldKindName[] = [
  ...(["choice", "text", "lines", "country"] as const),
  ...(["partialDate", "wholeNumber", "webAddress"] as const),
];

/** The fields of a kind that can be set for many records. */
export function settableFields(kind: KindKey): string[] {
  return Object.entries(kindOf(kind).fields).flatMap(([key, field]) =>
    settable.includes(field.kind) ? [key] : [],
  );
}

/**
 * What is wrong with what is to be set, whichever the record: it cannot be read, or is empty where that was not asked for. What only
 * some of the records cannot hold, as a country of another dossier, is told of these. Sets that were begun before it was asked whether
 * a field is to be emptied say nothing of it: these empty it by an empty value.
 */
export function problemsOfSetting(kind: KindKey, { field = "", value = "", empties }: BulkParams): Problem[] {
  const isEmpty = value.trim() === "";
  if (isEmpty !== (empties ?? isEmpty))
    return [{ path: field, code: isEmpty ? "bulk.nothingToSet" : "bulk.setAndEmptied" }];
  if (isEmpty) return kindOf(kind).fields[field]?.optional ? [] : [{ path: field, code: "required" }];
  return fieldProblems(kindOf(kind), field, value, { parties: null });
}

/**
 * What is to be set, which nothing is wrong with, as the field types it out: it says the same, without blanks and the like, of which a
 * form may send many, and is kept where nothing is taken away again.
 */
export function asTypedOut(kind: KindKey, params: BulkParams): BulkParams {
  const field = kindOf(kind).fields[params.field ?? ""];
  const { data } = field?.schema({ parties: null }).safeParse(params.value) ?? {};
  const typed = field && !isEmptyValue(data) ? field.type(data) : "";
  if (typeof typed !== "string") throw new Error("a field that is not set in many records");
  return { ...params, value: typed };
}

/** Sets the field in one record's draft, and remembers what stood there. */
export async function setField(actor: Actor, target: Target, params: BulkParams): Promise<Applied> {
  const { field, value = "" } = params;
  if (field === undefined || !settableFields(target.kind).includes(field)) return "noSuchField";
  const wrong = problemsOfSetting(target.kind, params);
  if (wrong.length > 0) return invalid(wrong);
  const current = await currentEntry(database(), actor, target);
  const inRecord = fieldProblems(kindOf(target.kind), field, value, contextIn(current?.dossier ?? null));
  if (inRecord.length > 0) return invalid(inRecord);
  let previous = "";
  const outcome = await onDraft(actor, target, (typed) => {
    previous = String(typed[field] ?? "");
    return saveDraft(actor, target, { ...typed, [field]: value });
  });
  return { outcome, remembered: { previous } };
}

function invalid(problems: Problem[]): Applied {
  const outcome: Refusal = { ok: false, reason: "invalid", problems };
  return { outcome, remembered: {} };
}
