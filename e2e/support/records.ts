/** Records for tests that do not look at forms: written by the desk's own action, without a browser. */
import type { Intent, WriteAnswer, WriteSuccess } from "@/components/desk/form/answer";
import type { Field, Fields } from "@/lib/domain/fields/fields";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type ActionAnswer, callAction, formOf } from "./call-action";
import { site } from "./crew";
import { firstSource, inRow, rowId } from "@/tests/support/rows";

export const writeAction = "app/admin/actions/write-record.ts#writeRecord";

/** What a record's form sends. */
export type FormValues = Record<string, string | string[]>;

/** A record that is written, as the next write has to name it. */
export type Standing = Pick<WriteSuccess, "id" | "version" | "state" | "publicPath"> & { kind: KindKey };

interface Write {
  kind: KindKey;
  intent: Intent;
  values: FormValues;
  /** None for a record that is not saved yet. */
  target?: Pick<Standing, "id" | "version">;
  dossierId?: string | null;
  cookie?: string;
}

/** What the form of a record sends, hidden inputs and all. */
export function recordForm({ kind, intent, values, target, dossierId }: Write): FormValues {
  return {
    _kind: kind,
    _id: target?.id ?? "",
    _version: String(target?.version ?? 0),
    _dossier: dossierId ?? "",
    _intent: intent,
    _live: "1",
    ...values,
  };
}

/** Sends a record's form, whatever comes of it. */
export function sendRecord(form: FormValues, cookie?: string): Promise<ActionAnswer> {
  return callAction({
    site: site(),
    page: "/admin/sources/new",
    action: writeAction,
    args: [null, formOf(form)],
    cookie,
  });
}

/** Writes a record that can be written, whatever is doubtful about it. */
export async function writeRecord(write: Write): Promise<Standing> {
  const form = recordForm(write);
  let { value, status } = await sendRecord(form, write.cookie);
  const asked = value as WriteAnswer | undefined;
  if (asked && !asked.ok && asked.reason === "doubtful") {
    const keys = asked.doubts.map(({ key }) => key).join(" ");
    // What was asked about is kept as a draft already: it is that which is published, not a second one.
    const target = asked.made ?? write.target;
    const again = recordForm({ ...write, ...(target && { target }) });
    const confirmed = { ...again, _intent: "publish-confirmed", _confirmed: keys };
    ({ value, status } = await sendRecord(confirmed, write.cookie));
  }
  const answer = value as WriteAnswer | undefined;
  if (!answer?.ok) throw new Error(`${write.intent} ${write.kind}: ${status} ${JSON.stringify(answer)}`);
  return { ...answer, kind: write.kind };
}

/** The values of a whole record in which every field that holds text holds this word. */
export function fullOf(word: string, kind: KindKey, { parties, source }: Setting): FormValues {
  const values: FormValues = {};
  fill(values, kindOf(kind).fields, "", word, [...parties]);
  if (kindOf(kind).cited) {
    values[firstSource] = source;
    Object.assign(values, claimOf(word, source, disputed(kindOf(kind).fields, values)));
  }
  return values;
}

/** A field of which a source can state something else: one in words, if there is one, that the record fills in. */
export function disputed(fields: Fields, values: FormValues): string {
  const filled = Object.entries(fields).filter(([key]) => values[key] && key !== "slug");
  const [key = ""] = filled.find(([, { kind }]) => kind === "text") ?? filled[0] ?? [];
  return key;
}

/** A second citation, which states something else of one of the values than the record. */
function claimOf(word: string, source: string, path: string): FormValues {
  const said = { source, supports: path, states: `states ${word}`, reason: `reason ${word}` };
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [inRow("citations", 1, key), value]));
}

interface Setting {
  parties: readonly [string, string];
  source: string;
}

function fill(values: FormValues, fields: Fields, prefix: string, word: string, countries: string[]): void {
  for (const [key, field] of Object.entries(fields)) {
    const name = prefix + key;
    // What supports a record states nothing else.
    if (prefix.startsWith("citations/") && (key === "states" || key === "reason")) continue;
    if (field.kind === "rows") {
      // Of rows that lead to another record or to a file there are those alone that a test names.
      if (key !== "citations" && needsReference(field.of)) continue;
      fill(values, field.of, `${name}/${rowId()}/`, word, [...countries]);
    } else {
      // It is neither of the two countries.
      const isPredecessor = key === "country" && prefix.startsWith("predecessors/");
      const value = isPredecessor ? "SU" : sample(key, field, word, countries);
      if (value !== undefined) values[name] = value;
    }
  }
}

function needsReference(of: Fields): boolean {
  return Object.values(of).some(
    ({ kind, optional }) => (kind === "reference" || kind === "file") && !optional,
  );
}

function sample(key: string, field: Field, word: string, countries: string[]): string | undefined {
  switch (field.kind) {
    case "text":
      // It takes no words.
      if (key === "hsCode" || key === "wikidata") return undefined;
      if (key === "email") return `${word}@example.org`;
      return key === "slug" ? word : `${key} ${word}`;
    case "lines":
      return word;
    case "choice":
      return field.of[0];
    case "country":
      if (field.within === "a" || field.within === "b") return undefined;
      // Of reporters it alone has a name of its own.
      if (field.also.includes("third-source")) return "third-source";
      return countries.shift() ?? field.also[0];
    case "partialDate":
      return "1999-05";
    case "webAddress":
      return `https://example.org/${word}`;
    default:
      return undefined;
  }
}
