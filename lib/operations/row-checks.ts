/** What a row of a backup must hold beyond the types of its columns: what the program itself could have written. */
import "server-only";
import { hash } from "node:crypto";
import { z } from "zod";
import { schemaOf, typedFrom } from "@/lib/domain/fields/set";
import { typedCopy } from "@/lib/domain/kept-copy";
import { isFileId, maxFileSize, maxFileWords } from "@/lib/domain/files";
import { type KindKey, kindKeys, kindOf, kinds } from "@/lib/domain/kinds/registry";
import { checkRecord } from "@/lib/domain/record";
import { slugPattern } from "@/lib/domain/slug";
import { BackupFault, type BackupRow } from "./backup-format";
import type { Column } from "./row-columns";
import { isObject, type Json } from "./row-json";
import { known, RowReader } from "./row-reader";

type Row = { [key: string]: Json };

/** Of what is wrong with a value, what makes it dangerous: this no version has ever let in. */
const neverAllowed = [
  "text.control",
  "address.scheme",
  "address.password",
  "address.unreadable",
  "reference.unknown",
];

const anywhere = { parties: null };
/** Argon2id as we make it, with costs that checking a password can bear: at most 64 MiB, 10 passes, 4 lanes. */
const passwordHash = /^\$argon2id\$v=19\$m=(\d{1,5}),t=(\d),p=[1-4]\$[\w+/-]{11,86}\$[\w+/-]{43}$/;
const emailPattern = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/** What the rows of one table are read and checked by. */
interface Table {
  reader: RowReader;
  /** Where its working copies stand, if it has such. */
  draft: number;
  /** Its columns of texts, each with how long one may be. */
  texts: [name: string, most: number][];
  /** For one that holds the records of a kind. */
  checkTyped: ((row: Row) => void) | undefined;
}

/** Checks the rows of one backup, in its order. */
export class RowChecks {
  readonly #tables: Map<string, Table>;
  /** Whether the working copies in it were written by the definitions of this version. */
  readonly #isCurrent: boolean;
  readonly #people: boolean;
  /** Of each entry its kind, by which its revisions are read, and a hash of its working copy. */
  readonly #entries = new Map<string, { kind: KindKey; copy: string }>();

  constructor(columns: Map<string, Column[]>, { isCurrent = false, people = false }) {
    const kindOfTable = new Map(kindKeys.map((key) => [key.charAt(0).toUpperCase() + key.slice(1), key]));
    this.#tables = new Map(
      [...columns].map(([table, own]) => {
        const kind = kindOfTable.get(table);
        return [
          table,
          {
            reader: new RowReader(own, table === "Revision" ? (...one) => this.#isCopy(...one) : undefined),
            draft: own.findIndex(({ name }) => name === "draft"),
            texts: lengthsOf(own),
            checkTyped: kind && typedCheck(kind, own),
          },
        ];
      }),
    );
    this.#isCurrent = isCurrent;
    this.#people = people;
  }

  /**
   * Returns the row as COPY takes it.
   * @throws {BackupFault} that names the line and what is wrong with it.
   */
  check({ table, line, values }: BackupRow): string {
    const of = this.#tables.get(table);
    if (!of) throw new Error(`There is no table ${table}`);
    try {
      const { values: row, cells } = of.reader.read(values());
      checkLengths(row, of.texts);
      this.#checkNames(table, row);
      if (table === "Entry") this.#checkEntry(row, cells[of.draft] ?? "");
      if (table === "Revision" && row.values !== known) this.#checkRevision(row);
      if (table === "User") checkAccount(row);
      if (table === "File") checkFile(row);
      if (table === "AuditEvent") this.#checkEvent(row);
      of.checkTyped?.(row);
      return cells.join("\t");
    } catch (error) {
      if (!(error instanceof BackupFault)) throw error;
      throw new BackupFault(
        `Line ${line} of the backup is no row of ${table} that Entente wrote: ${error.message}.`,
      );
    }
  }

  /** What several tables hold under one name. */
  #checkNames(table: string, { slug, kind }: Row): void {
    if (typeof slug === "string" && (slug.length > 120 || !slugPattern.test(slug)))
      throw new BackupFault("its slug is none");
    if (typeof kind === "string" && !isKind(kind)) throw new BackupFault("there is no such kind");
    if (table === "Record" && typeof slug !== "string") throw new BackupFault("its slug is none");
  }

  #checkEntry({ id, kind, draft }: Row, cell: string): void {
    if (typeof id !== "string" || typeof kind !== "string" || !isKind(kind)) return;
    checkValues(kind, draft, this.#isCurrent);
    this.#entries.set(apart(id), { kind: kindKeys.find((key) => key === kind)!, copy: hashOf(cell) });
  }

  /** A revision is as the version of its day wrote it. */
  #checkRevision({ entryId, values }: Row): void {
    const entry = this.#entries.get(String(entryId));
    if (!entry) throw new BackupFault("no entry before it is what it is a copy of");
    checkValues(entry.kind, values, false);
  }

  /** What an entry says was read and checked as its working copy: most revisions say, letter by letter, the same. */
  #isCopy({ entryId }: Row, column: string, cell: string): boolean {
    return column === "values" && this.#entries.get(String(entryId))?.copy === hashOf(cell);
  }

  #checkEvent({ action }: Row): void {
    if (typeof action !== "string" || !/^[a-z][a-zA-Z.-]{0,60}$/.test(action))
      throw new BackupFault("there is no such action");
    // Or it could invent what was done to accounts, in a file that is said to hold none.
    if (!this.#people && action.startsWith("account."))
      throw new BackupFault("it tells of accounts, in a backup without people");
  }
}

const hashOf = (text: string) => hash("sha256", text, "binary");

/** The same text, which holds no other in memory of which it was a part. */
const apart = (text: string) => Buffer.from(text).toString();

/** What no version has written longer: the projections of records, and people's names, by column. */
const longest: Record<string, number> = {
  title: 500,
  uniqueKey: 500,
  subject: 500,
  byName: 200,
  createdByName: 200,
  updatedByName: 200,
  // A hundred thousand characters are looked at, and folding may make more of them.
  searchText: 400_000,
  words: maxFileWords,
};
/** No other text is: the longest field takes 8,000. */
const longestText = 16_000;
/** A facet is a choice, a number, or a text of one line. */
const mostFacets = 60;
const longestFacet = 1000;

function lengthsOf(columns: readonly Column[]): Table["texts"] {
  return columns
    .filter(({ type }) => isTextual(type))
    .map(({ name }) => [name, longest[name] ?? longestText]);
}

const isTextual = (type: string) => ["text", "varchar", "bpchar", "_text"].includes(type);

function checkLengths(row: Row, texts: Table["texts"]): void {
  for (const [name, most] of texts) {
    const value = row[name];
    // Without a function of its own for each value of a million rows.
    if (typeof value === "string" ? value.length > most : Array.isArray(value) && longestOf(value) > most)
      throw new BackupFault(`${name} is longer than any`);
  }
  if (isObject(row.facets)) checkFacets(Object.values(row.facets));
  // A list: only the keys of doubts, as a schedule has them.
  const { confirmed } = row;
  if (confirmed !== undefined && !Array.isArray(confirmed) && !confirmedDoubts.safeParse(confirmed).success)
    throw new BackupFault("its confirmed doubts are none");
}

/** What a revision says of the doubts that were confirmed with it. */
const confirmedDoubts = z.record(
  z.string().max(40),
  z.strictObject({
    path: z.string().max(200),
    code: z.string().max(80),
    params: z.record(z.string().max(40), z.union([z.string().max(1000), z.number()])).optional(),
  }),
);

function longestOf(texts: readonly Json[]): number {
  return texts.reduce((most: number, text) => Math.max(most, typeof text === "string" ? text.length : 0), 0);
}

function checkFacets(facets: Json[]): void {
  const isFacet = (one: Json) =>
    typeof one === "string"
      ? one.length <= longestFacet
      : typeof one === "number" || typeof one === "boolean";
  if (facets.length > mostFacets || !facets.every(isFacet)) throw new BackupFault("its facets are none");
}

function isKind(text: string): text is KindKey {
  return Object.hasOwn(kinds, text);
}

/** Checks a working copy or an earlier one: strictly where today's definitions wrote it, else for what is dangerous. */
function checkValues(key: KindKey, values: Json | undefined, isCurrent: boolean): void {
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
function typedCheck(key: KindKey, columns: Column[]): (row: Row) => void {
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

function checkFile({ id, smallId, size }: Row): void {
  const isRight = (one: Json | undefined) => typeof one === "string" && isFileId(one);
  if (!isRight(id) || (smallId !== null && !isRight(smallId))) throw new BackupFault("its id names no file");
  if (Number(size) > maxFileSize) throw new BackupFault("it is larger than any file");
}

function checkAccount({ email, name, passwordHash: hash }: Row): void {
  if (typeof email !== "string" || email.length > 254 || !emailPattern.test(email))
    throw new BackupFault("its e-mail address is none");
  if (typeof name !== "string" || !name || name.length > 120) throw new BackupFault("its name is none");
  const [, memory] = passwordHash.exec(String(hash)) ?? [];
  if (!memory || Number(memory) > 65_536) throw new BackupFault("its password's hash is none of ours");
}
