/** Which citations support which values of a record, as it was last saved. */
import { type Typed, typedRows, typedTexts } from "@/lib/domain/fields/typed";
import { below } from "@/lib/domain/paths";
import { controlId } from "./form-paths";

/** A citation as it is named beside what it supports. */
export interface CitationMark {
  /** Its place among the record's citations, from 1. */
  number: number;
  /** Its source's title; empty where none is chosen yet. */
  title: string;
  /** What it states instead of the value, where it does not support it. */
  states?: string;
  /** Where it is in the form. */
  href: string;
}

/** By the path of a value, the citations that support it, in their order; those of the whole record are left out. */
export function citedBy(
  typed: Typed,
  titleOf: (source: string) => string | undefined,
): Record<string, CitationMark[]> {
  const marks: Record<string, CitationMark[]> = {};
  for (const [index, { id, source, supports, states }] of typedRows(typed.citations).entries()) {
    const title = (typeof source === "string" && titleOf(source)) || "";
    const href = `#${controlId(below("citations", String(id), "source"))}`;
    const mark = {
      number: index + 1,
      title,
      href,
      ...(typeof states === "string" && states.trim() && { states }),
    };
    for (const path of typedTexts(supports)) (marks[path] ??= []).push(mark);
  }
  return marks;
}
