/** What a row of a backup must hold beyond the types of its columns: what the program itself could have written. */
import "server-only";
import { hash } from "node:crypto";
import { isFileId, maxFileSize } from "@/lib/domain/files";
import { type KindKey, kindKeys } from "@/lib/domain/kinds/registry";
import { slugPattern } from "@/lib/domain/slug";
import { BackupFault, type BackupRow } from "./backup-format";
import type { Column } from "./row-columns";
import type { Json, Row } from "./row-json";
import { checkLengths, lengthsOf, type TextLengths } from "./text-lengths";
import { known, RowReader } from "./row-reader";
import { checkValues, isKind, typedCheck } from "./kept-values";

/** Argon2id as we make it, with costs that checking a password can bear: at most 64 MiB, 10 passes, 4 lanes. */
const passwordHash = /^\$argon2id\$v=19\$m=(\d{1,5}),t=(\d),p=[1-4]\$[\w+/-]{11,86}\$[\w+/-]{43}$/;
const emailPattern = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/** What the rows of one table are read and checked by. */
interface Table {
  reader: RowReader;
  /** Where its working copies stand, if it has such. */
  draft: number;
  /** Its columns of texts, each with how long one may be. */
  texts: TextLengths;
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
