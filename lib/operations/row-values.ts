/** Whether the values of a backup's records are such as the definitions of their kinds take. */
import "server-only";
import { schemaOf, typedFrom } from "@/lib/domain/fields/set";
import { typedCopy } from "@/lib/domain/kept-copy";
import { type KindKey, kindOf, kinds } from "@/lib/domain/kinds/registry";
import { checkRecord } from "@/lib/domain/record";
import { BackupFault } from "./backup-format";
import type { Column } from "./row-columns";
import { isObject, type Json, type Row } from "./row-json";

/** Of what is wrong with a value, what makes it dangerous: this no version has ever let in. */
const neverAllowed = [
  "text.control",
  "address.scheme",
  "address.password",
  "address.unreadable",
  "reference.unknown",
];

const anywhere = { parties: null };

/** Whether a text is the key of a kind. */
export function isKind(text: string): text is KindKey {
  return Object.hasOwn(kinds, text);
}

/**
 * Checks a working copy or an earlier one: strictly where today's definitions wrote it, else for what is dangerous.
 * @throws {BackupFault} that says what is wrong with it.
 */
export function checkValues(key: KindKey, values: Json | undefined, isCurrent: boolean): void {
  const kind = kindOf(key);
  if (!isObject(values)) throw new BackupFault("its values are no record");
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(kind.fields, name));
  if (unknown !== undefined && (isCurrent || !/^\w{1,60}$/.test(unknown)))
    throw new BackupFault(`a record of its kind has no ${JSON.stringify(unknown.slice(0, 60))}`);
  const problem = problemsOf(key, values).find(({ code }) => isCurrent || neverAllowed.includes(code));
  if (problem) throw new BackupFault(`${problem.path} is not right (${problem.code})`);
}

const schemas = new Map<KindKey, ReturnType<typeof schemaOf>>();

/** The schema of a kind, which takes longer to make than to use. */
function schemaFor(key: KindKey): ReturnType<typeof schemaOf> {
  const known = schemas.get(key);
  if (known) return known;
  const made = schemaOf(kindOf(key).fields, anywhere);
  schemas.set(key, made);
  return made;
}

/** What is wrong with a copy of a record. Throws for what no form of ours sends and no record of ours holds. */
function problemsOf(key: KindKey, values: Row): { path: string; code: string }[] {
  const kind = kindOf(key);
  for (const [name, field] of Object.entries(kind.fields)) checkShape(name, field.kind, values[name]);
  const read = readFrom(() => schemaFor(key).safeParse(typedCopy(kind, values)));
  if (read.success) return checkRecord(kind, read.data as Record<string, unknown>, anywhere, "draft");
  return read.error.issues.map(({ code, path, message }) => {
    if (code !== "custom") throw new BackupFault("its values have not the shape of a record");
    return { path: path.join("."), code: message };
  });
}

/** Of which several stand in a list, by the kind of the field; every other field holds one text or number. */
const listed: Record<string, (one: Json) => boolean> = {
  rows: isObject,
  references: (one) => typeof one === "string",
  lines: (one) => typeof one === "string",
  paths: (one) => typeof one === "string",
};

function checkShape(name: string, fieldKind: string, value: Json | undefined): void {
  if (value === undefined || value === null) return;
  const isRight = Object.hasOwn(listed, fieldKind)
    ? Array.isArray(value) && value.every(listed[fieldKind]!)
    : typeof value === "string" || typeof value === "number";
  if (!isRight) throw new BackupFault(`${name} has not the shape of its field`);
}

/** Typing out a value that is none of the field's may throw. */
function readFrom<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new BackupFault("its values have not the shape of a record");
  }
}

/** A check of those columns of a published record that are fields of its kind; others have checks in the database. */
export function typedCheck(key: KindKey, columns: Column[]): (row: Row) => void {
  const { fields } = kindOf(key);
  // Decimals stand in the file with all their digits, which a JavaScript number may lack.
  const own = columns.filter(({ name, type }) => Object.hasOwn(fields, name) && type !== "numeric");
  const checked = Object.fromEntries(own.map(({ name }) => [name, fields[name]!]));
  const schema = schemaOf(checked, anywhere);
  return (row) => {
    const read = readFrom(() => schema.safeParse(typedFrom(checked, row)));
    const [issue] = read.success ? [] : read.error.issues;
    if (issue) throw new BackupFault(`${issue.path.join(".")} is not right (${issue.message})`);
  };
}
