/** Reads what a record's form sent: the form's own hidden inputs, strictly, and what was typed. */
import "server-only";
import { z } from "zod";
import type { Tab } from "@/lib/desk/outcome";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type Intent, intents } from "@/lib/domain/lifecycle";
import { TamperedRequest } from "@/lib/domain/record";
import { isOfSending } from "@/lib/domain/sender";
import { notingTampered } from "@/lib/auth/read-form";
import { countUnclean } from "@/lib/domain/clean-text";
import { partsOf } from "@/lib/domain/paths";
import { formFieldsOf } from "@/lib/domain/fields/set";
import { readRecordForm } from "@/lib/domain/record-form";
import { changeNote, sentKind, sentVersion } from "./sent-target";

/** By field, how many characters of what was sent are made plain by reading it. */
function cleanedIn(fields: readonly [string, FormDataEntryValue][]): Map<string, number> {
  const cleaned = new Map<string, number>();
  for (const [name, value] of fields) {
    const count = typeof value === "string" ? countUnclean(value) : 0;
    const [field = ""] = partsOf(name);
    if (count > 0) cleaned.set(field, (cleaned.get(field) ?? 0) + count);
  }
  return cleaned;
}

const uuid = z.uuid();
const empty = z.literal("").transform(() => null);

const ownInputs = z.strictObject({
  _kind: sentKind,
  /** Empty for a record that is not saved yet. */
  _id: z.union([empty, uuid]),
  _version: sentVersion,
  _dossier: z.union([empty, uuid]),
  _intent: z.enum(intents).default("save"),
  /** The version that the editor has decided to save over. */
  _over: sentVersion.optional(),
  /** The keys of the doubts that were shown beside the button that confirms them. */
  _confirmed: z
    .string()
    .max(20_000)
    .transform((keys) => keys.split(" "))
    .optional(),
  /** The browser tab, and how many edits it had made by then. */
  _tab: uuid.optional(),
  _edit: sentVersion.optional(),
  /** Nothing stands in the form but what it began with. */
  _asBegun: z.literal("1").optional(),
  /** What is said of a publication: what changed. */
  _note: changeNote.optional(),
  /** Sent by scripts: then the answer is shown where it is rather than on a page of its own. */
  _live: z.literal("1").optional(),
});

export interface DeskForm {
  kind: KindKey;
  id: string | null;
  version: number;
  dossierId: string | null;
  intent: Intent;
  live: boolean;
  tab: Tab | undefined;
  isAsBegun: boolean;
  /** The doubts that are confirmed, by their keys. */
  confirmed: string[];
  changeNote: string | null;
  typed: Typed;
  /** What was made plain on reading it, by field: how many characters. */
  cleaned: ReadonlyMap<string, number>;
}

/** @throws {TamperedRequest} for what no form of ours sends, which is noted. */
export function readDeskForm(form: FormData): DeskForm {
  return notingTampered(() => readSent(form));
}

function readSent(form: FormData): DeskForm {
  // A direct call of an action may hold anything.
  if (!(form instanceof FormData)) throw new TamperedRequest("no form came");
  const own: Record<string, FormDataEntryValue> = {};
  const fields: [string, FormDataEntryValue][] = [];
  for (const [name, value] of form) {
    // The choices of a comparison only the page reads.
    if (isOfSending(name) || name.startsWith("_keep.")) continue;
    if (!name.startsWith("_")) fields.push([name, value]);
    else if (name in own) throw new TamperedRequest(`${name}: sent twice`);
    else own[name] = value;
  }
  const read = ownInputs.safeParse(own);
  if (!read.success) throw new TamperedRequest(z.prettifyError(read.error));
  const { _kind, _id, _version, _dossier, _intent, _over, _live, _confirmed = [], _tab, _edit } = read.data;
  return {
    kind: _kind,
    id: _id,
    version: _over ?? _version,
    dossierId: _dossier,
    intent: _intent,
    live: _live !== undefined,
    tab: _tab === undefined || _tab === null ? undefined : { id: _tab, edit: _edit ?? 0 },
    isAsBegun: read.data._asBegun !== undefined,
    // Another button than the one beside the doubts confirms none of them.
    confirmed: _intent === "publish-confirmed" ? _confirmed : [],
    changeNote: read.data._note ?? null,
    typed: readRecordForm(formFieldsOf(kindOf(_kind).fields), fields),
    cleaned: cleanedIn(fields),
  };
}
