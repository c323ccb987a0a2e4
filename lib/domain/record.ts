/** Parsing of whole records: from what was typed to values, with every problem at its place. */
import type { z } from "zod";
import { kindSchemaOf, missingFrom, withRowIds } from "./fields/set";
import { typedRows } from "./fields/typed";
import type { Held, Typed } from "./fields/field";
import type { Kind, KindContext } from "./kinds/define-kind";
import type { BrokenRule } from "./kinds/rules";
import { below, fieldOf } from "./paths";
import { withFiguresRead } from "./printed-figures";
import { isSupported, misplacedClaims, misplacedSupports, withoutGoneRows } from "./supports";
import { TamperedRequest } from "./tampered-request";
import { otherCurrencies, withNamedCurrency } from "./typed-currency";

/** One thing that is wrong with what was typed. */
export interface Problem {
  /** Where: `began`, `meetings/<row id>/host`. */
  path: string;
  /** What, as a key of messages under `problems`. */
  code: string;
  params?: Record<string, string | number>;
  /** The value can be read, and a draft keeps it: it is told beside others that cannot. */
  isMistake?: true;
}

export interface ParsedRecord {
  values: Record<string, unknown>;
  /** What keeps it from being saved or, parsed strictly, from being published. */
  problems: Problem[];
  /** Broken rules that a draft keeps; parsed strictly, they are among the problems. */
  mistakes: Problem[];
  /** What was put right on reading and should be told: nothing that was typed. */
  notices: Problem[];
}

export { TamperedRequest };

/**
 * Parses what was typed into a record. Leniently for a draft: fields may be empty and contradict each other, but what
 * is filled has to be readable. Strictly for publication: nothing required is missing, and the rules between fields hold.
 * @throws {TamperedRequest} where the shape is not that of the kind's form.
 */
export function parseRecord(
  kind: Kind,
  sent: Typed,
  context: KindContext,
  strictness: "draft" | "publish",
): ParsedRecord {
  const { typed, notices } = prepared(kind, sent);
  const parsed = parseTyped(kind, typed, context, strictness);
  return {
    ...parsed,
    problems: [...parsed.problems, ...otherCurrencies(kind, typed)],
    notices: [...notices, ...parsed.notices],
  };
}

/** What was typed with what it says in one field about others set in these, and an id for each row; and what is to be told of that. */
function prepared(kind: Kind, sent: Typed): { typed: Typed; notices: Problem[] } {
  const rows = withRowIds(kind.fields, kind.readsTyped?.(sent) ?? sent);
  const { typed, notices } = withFiguresRead(kind, rows);
  return { typed: withNamedCurrency(kind, typed), notices };
}

/** What is wrong with what was typed for one field of a kind, as one that is no part of a form. */
export function fieldProblems(kind: Kind, key: string, typed: string, context: KindContext): Problem[] {
  const { error } = kind.fields[key]!.schema(context).safeParse(typed);
  return (error?.issues ?? []).map((issue) => ({ ...problemFrom(issue, {}), path: key }));
}

/** As much of what was typed as can be read, for what is said while it is typed. */
export function readableIn(kind: Kind, sent: Typed, context: KindContext): Held {
  return readableOf(kind, prepared(kind, sent).typed, context);
}

function parseTyped(
  kind: Kind,
  typed: Typed,
  context: KindContext,
  strictness: "draft" | "publish",
): ParsedRecord {
  const parsed = kindSchemaOf(kind.fields)(context).safeParse(typed);
  if (!parsed.success) {
    const unreadable = parsed.error.issues.map((issue) => problemFrom(issue, typed));
    // All that is wrong is said at once: the rest is checked with what could be read.
    const open = new Set(unreadable.map(({ path }) => fieldOf(path)));
    const readable = readableOf(kind, typed, context);
    const told = strictness === "draft" ? mistakesOf(kind, readable, context, open) : [];
    const broken = told.map((one): Problem => ({ ...one, isMistake: true }));
    const rest = [...checkRecord(kind, readable, context, strictness, open), ...broken];
    const problems = [...unreadable, ...rest.filter(({ path }) => !open.has(fieldOf(path)))];
    return { values: {}, problems, mistakes: [], notices: [] };
  }
  const { values, notices } = withoutGoneRows(kind, typed, parsed.data);
  return {
    values,
    problems: checkRecord(kind, values, context, strictness),
    mistakes: strictness === "draft" ? mistakesOf(kind, values, context) : [],
    notices,
  };
}

/**
 * The problems of a record's values: for publication, broken rules and what is missing. `open` are the fields whose values could not be
 * read.
 */
export function checkRecord(
  kind: Kind,
  values: Held,
  context: KindContext,
  strictness: "draft" | "publish",
  open: ReadonlySet<string> = none,
): Problem[] {
  const misplaced = misplacedSupports(kind, values);
  if (strictness === "draft") return misplaced;
  const broken = mistakesOf(kind, values, context, open);
  const missing = missingFrom(kind.fields, kind.completed(values), kind).map((path) => ({
    path,
    code: "required",
  }));
  const uncited = kind.cited && !isSupported(values);
  return [
    ...missing,
    ...broken,
    ...misplaced,
    ...misplacedClaims(kind, values),
    ...(uncited ? [{ path: "citations", code: "citations.none" }] : []),
  ];
}

const none: ReadonlySet<string> = new Set();

/**
 * The rules between its fields that a record breaks: a draft keeps them, publication counts them among the problems. A rule that looks at a
 * field that could not be read (`open`) says nothing: it is broken by what is not known yet.
 */
export function mistakesOf(
  kind: Kind,
  values: Held,
  context: KindContext,
  open: ReadonlySet<string> = none,
): Problem[] {
  // What a rule about rows looks at are the fields of a row.
  const looksAtOpen = ({ path, about }: BrokenRule) =>
    fieldOf(path) === path && Object.keys(about).some((key) => open.has(key));
  return kind
    .broken(values, context)
    .filter((rule) => !looksAtOpen(rule))
    .map(({ path, says, params }) => ({ path, code: says, params }));
}

/** The values of those fields that can be read. */
function readableOf(kind: Kind, typed: Typed, context: KindContext): Held {
  return Object.fromEntries(
    Object.entries(kind.fields).flatMap(([key, field]) => {
      const { data } = field.schema(context).safeParse(typed[key]);
      return data === undefined ? [] : [[key, data]];
    }),
  );
}

function problemFrom(issue: z.core.$ZodIssue, typed: Typed): Problem {
  if (issue.code !== "custom") throw new TamperedRequest(`${issue.path.join(".")}: ${issue.message}`);
  return {
    path: pathOf(issue.path, typed),
    code: issue.message,
    params: issue.params as Record<string, string | number> | undefined,
  };
}

/** The path of a place in what was typed, in which rows stand by their number. */
function pathOf(place: readonly PropertyKey[], typed: Typed): string {
  const [field = "", index, ...rest] = place.map(String);
  if (index === undefined) return field;
  const row = typedRows(typed[field])[Number(index)];
  return below(field, typeof row?.id === "string" ? row.id : index, ...rest);
}
