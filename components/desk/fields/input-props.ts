import type { Typed } from "@/lib/domain/fields/field";
import type { FieldKindName } from "@/lib/domain/fields/fields";
import type { SpecOf } from "./specs";

/** What the input of a field of a kind is drawn from. */
export interface InputProps<K extends FieldKindName, V> {
  spec: SpecOf<K>;
  path: string;
  value: V;
}

export type TextInputProps<K extends FieldKindName> = InputProps<K, string>;
export type ListInputProps<K extends FieldKindName> = InputProps<K, string[]>;
export type RowsInputProps<K extends FieldKindName> = InputProps<K, Typed[]>;
