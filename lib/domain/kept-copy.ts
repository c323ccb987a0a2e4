/** Copies of records that were kept by earlier versions, as the definitions of today have them. */
import { type Held, isEmpty } from "./fields/field";
import { typedFrom } from "./fields/set";
import type { Sends, Typed } from "./fields/typed";
import type { Kind } from "./kinds/define-kind";
import { standingOf } from "./kinds/figure-standing";

/**
 * A copy as it was kept (a working copy, or a revision, which is never changed) of a record of the kind with this key, with
 * what has been changed since: a citation named one field by its `field` before it named several values by their paths,
 * and kinds had other fields.
 */
export function keptCopy(kind: string, kept: unknown): Held {
  const values = withSupports((kept ?? {}) as Held);
  return changed.get(kind)?.(values) ?? values;
}

const changed: ReadonlyMap<string, (values: Held) => Held> = new Map([
  ["tradeYear", (values) => withStandings(withValuations(values))],
  ["mission", withHeads],
]);

function withSupports(values: Held): Held {
  const { citations } = values;
  if (!Array.isArray(citations) || !citations.some(namesOneField)) return values;
  return {
    ...values,
    citations: citations.map((citation: unknown) => {
      if (!namesOneField(citation)) return citation;
      const { field, ...rest } = citation;
      return { ...rest, ...(typeof field === "string" && { supports: [field] }) };
    }),
  };
}

/** A year of trade with the one valuation of before at both of its directions. */
function withValuations(values: Held): Held {
  if (!Object.hasOwn(values, "valuation")) return values;
  const { valuation, ...rest } = values;
  const both = { valuationA: valuation, valuationB: valuation, ...rest };
  return supporting(both, { valuation: ["valuationA", "valuationB"] });
}

/** A year of trade with the one standing of before at each of its figures. */
function withStandings(values: Held): Held {
  if (!Object.hasOwn(values, "standing")) return values;
  const { standing, ...rest } = values;
  const fields = Object.values(standingOf);
  const each = { ...Object.fromEntries(fields.map((field) => [field, standing])), ...rest };
  return supporting(each, { standing: fields });
}

/**
 * A kept copy's values as a published record has them: with what follows from others, and with every field that holds several
 * values, which a draft may lack.
 */
export function shownCopy(kind: Kind, kept: unknown): Held {
  const lists = Object.entries(kind.fields).filter(
    ([, { storage }]) => storage.in !== "columns" || storage.columns.some(({ isList }) => isList),
  );
  const values = kind.completed(keptCopy(kind.key, kept));
  return { ...Object.fromEntries(lists.map(([key]) => [key, []])), ...values };
}

/** What a form shows of a kept copy, with what was typed besides that the copy cannot hold. */
export function typedCopy(kind: Kind, kept: unknown, unreadable: unknown = null): Typed {
  return { ...typedFrom(kind.fields, keptCopy(kind.key, kept)), ...unreadableIn(kind, unreadable) };
}

/** What was typed beside a kept copy that it cannot hold; undefined where all of it is readable. */
export function onlyUnread(kind: Kind, kept: unknown): Typed | undefined {
  const unread = unreadableIn(kind, kept);
  return Object.keys(unread).length > 0 ? unread : undefined;
}

/** What is kept beside a working copy, by the fields of today; what has another shape than their forms send is left out. */
function unreadableIn({ fields }: Kind, kept: unknown): Typed {
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(
      ([key, value]) => Object.hasOwn(fields, key) && isSentAs(fields[key]!.sends, value),
    ),
  ) as Typed;
}

function isSentAs(sends: Sends, value: unknown): boolean {
  if (sends === "text") return typeof value === "string";
  if (!Array.isArray(value)) return false;
  if (sends !== "rows") return value.every((item) => typeof item === "string");
  return value.every(
    (row: unknown) =>
      typeof row === "object" &&
      row !== null &&
      Object.values(row).every(
        (cell) =>
          typeof cell === "string" || (Array.isArray(cell) && cell.every((one) => typeof one === "string")),
      ),
  );
}

function namesOneField(citation: unknown): citation is Held {
  return typeof citation === "object" && citation !== null && Object.hasOwn(citation, "field");
}

/** A mission with its one head of before as the first of its heads. */
function withHeads(mission: Held): Held {
  const { head, ...values } = mission;
  if (head === undefined) return mission;
  const hasNone = isEmpty(values.heads) && typeof head === "string";
  return supporting({ ...values, ...(hasNone && { heads: [{ name: head }] }) }, { head: ["heads"] });
}

/** Values whose citations support other paths in place of those that are paths no more. */
function supporting(values: Held, instead: Readonly<Record<string, readonly string[]>>): Held {
  const { citations } = values;
  if (!Array.isArray(citations)) return values;
  const now = (path: unknown): unknown[] =>
    typeof path === "string" && Object.hasOwn(instead, path) ? [...instead[path]!] : [path];
  return {
    ...values,
    citations: citations.map((citation: unknown) => {
      if (!supportsValues(citation)) return citation;
      const supports = citation.supports.flatMap(now);
      // What states something else is for one value.
      return { ...citation, supports: citation.states === undefined ? supports : supports.slice(-1) };
    }),
  };
}

function supportsValues(citation: unknown): citation is Held & { supports: unknown[] } {
  return (
    typeof citation === "object" &&
    citation !== null &&
    "supports" in citation &&
    Array.isArray(citation.supports)
  );
}
