/** Records of any kind that are fit to be published, as their forms might send them: for properties. */
import fc from "fast-check";
import type { Typed } from "@/lib/domain/fields/field";
import { formFieldsOf } from "@/lib/domain/fields/set";
import { typedRows } from "@/lib/domain/fields/typed";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { below, partsOf } from "@/lib/domain/paths";
import { parseRecord } from "@/lib/domain/record";
import { readRecordForm } from "@/lib/domain/record-form";
import { type Around, anyValues } from "./any-value";
import { entriesOf } from "./rows";

/** Typed records of a kind, each as the desk reads it from what its form sends. `given` fields have these values. */
export function anyRecord(key: KindKey, around: Around, given: Typed = {}): fc.Arbitrary<Typed> {
  const kind = kindOf(key);
  const picks = fc.array(fc.array(fc.nat(), { maxLength: 5 }), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(anyValues(kind.fields, around), picks)
    .map(([values, picked]) => {
      const whole = sent(kind, { ...values, ...given });
      const fit = madeFit(kind, withoutClaims(whole), around);
      return fit && sent(kind, withClaims(kind, withSupports(kind, fit, picked), whole));
    })
    .filter((typed) => typed !== null);
}

/** What the desk reads of a form that is filled in so: browsers end lines in a way of their own. */
export function sent({ fields }: Kind, typed: Typed): Typed {
  const form = new FormData();
  for (const [name, value] of entriesOf(typed)) form.append(name, value.replace(/\r?\n/g, "\r\n"));
  return readRecordForm(formFieldsOf(fields), form.entries());
}

/** The record without what keeps it from being published; null where it cannot be without that. */
function madeFit(kind: Kind, typed: Typed, around: Around): Typed | null {
  let fit: Typed | null = typed;
  for (let tries = 0; fit && tries < 60; tries += 1) {
    const [problem] = parseRecord(kind, fit, around, "publish").problems;
    if (!problem) return fit;
    fit = without(kind, fit, problem.path);
  }
  return null;
}

/** Without a value that may be empty, or the row that holds it; of rows as a whole without the last. */
function without({ fields }: Kind, typed: Typed, path: string): Typed | null {
  const [key = "", row] = partsOf(path);
  const field = fields[key];
  const rows = typedRows(typed[key]);
  if (field?.kind === "rows") {
    const kept = row === undefined ? rows.slice(0, -1) : rows.filter(({ id }) => id !== row);
    return kept.length < rows.length ? { ...typed, [key]: kept } : null;
  }
  return field?.optional && typed[key] ? { ...typed, [key]: "" } : null;
}

const noClaim = { states: "", reason: "" };

/** With citations that all support something. */
function withoutClaims(typed: Typed): Typed {
  if (typed.citations === undefined) return typed;
  return { ...typed, citations: typedRows(typed.citations).map((row) => ({ ...row, ...noClaim })) };
}

/** With citations but the first that state what they stated before, of one value that is there. */
function withClaims({ fields }: Kind, typed: Typed, whole: Typed): Typed {
  if (typed.citations === undefined) return typed;
  const filled = Object.keys(fields).filter((key) => key !== "citations" && (typed[key] ?? "").length > 0);
  const before = new Map(typedRows(whole.citations).map((row) => [row.id, row]));
  const citations = typedRows(typed.citations).map((row, index) => {
    const { states = "", reason = "" } = before.get(row.id) ?? {};
    const path = filled[index % Math.max(1, filled.length)];
    const isClaim = index > 0 && path !== undefined && String(states).trim() !== "";
    return isClaim ? { ...row, states, reason, supports: [path] } : row;
  });
  return { ...typed, citations };
}

/** With rows that speak of values of the record, as citations do. */
function withSupports({ fields }: Kind, typed: Typed, picked: readonly number[][]): Typed {
  const all = Object.entries(fields).flatMap(([key, field]) => {
    if (key === "citations") return [];
    const inner = field.kind === "rows" ? ["", ...Object.keys(field.of)] : [];
    const rows = typedRows(typed[key]).map(({ id }) => String(id));
    const inRows = rows.flatMap((id) => inner.map((one) => below(key, id, ...(one ? [one] : []))));
    return [key, ...inRows];
  });
  const supporting = (keys: readonly string[], row: Typed, index: number): Typed => {
    const paths = (picked[index % picked.length] ?? []).map((pick) => all[pick % all.length]!);
    return { ...row, ...Object.fromEntries(keys.map((key) => [key, paths])) };
  };
  return Object.fromEntries(
    Object.entries(typed).map(([key, value]) => {
      const field = fields[key];
      const of = field?.kind === "rows" ? Object.entries(field.of) : [];
      const keys = of.flatMap(([inner, one]) => (one.kind === "paths" ? [inner] : []));
      const rows = typedRows(value);
      return [key, keys.length > 0 ? rows.map((row, index) => supporting(keys, row, index)) : value];
    }),
  );
}
