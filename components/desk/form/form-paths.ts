/** What a form makes of paths: the ids of its controls, and what stands at a path. */
import type { Typed } from "@/lib/domain/fields/typed";
import { partsOf } from "@/lib/domain/paths";
import { labelWithin } from "../fields/parts";
import type { FieldSpec } from "./form-spec";

/** The id of the control at a path, which labels and summaries point to. */
export function controlId(path: string): string {
  return `f-${partsOf(path).join("-")}`;
}

/** What a path is called: "Meeting 1: Met with". `typed` is what the form shows, where rows have their numbers from. */
export function labelAt(fields: readonly FieldSpec[], path: string, typed: Typed): string {
  const [key = "", ...within] = partsOf(path);
  const field = fields.find((one) => one.key === key);
  return field ? labelWithin(field, within, typed[key]) : key;
}
