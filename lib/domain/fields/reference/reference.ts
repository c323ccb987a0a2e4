import { z } from "zod";
import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export interface ReferenceSettings extends FieldSettings {
  /** The key of the kind referred to. */
  to: string;
}

export type ReferenceField<O extends boolean = boolean> = Field<"reference", string, O> & {
  readonly to: string;
};
export type ReferencesField = Field<"references", string[], boolean> & { readonly to: string };

const id = z.uuid();

/** Another record, by its id. That it exists is checked where it is saved. */
export function reference<const S extends ReferenceSettings>(settings: S): ReferenceField<IsOptional<S>> {
  return {
    kind: "reference",
    ...settled<IsOptional<S>>(settings),
    to: settings.to,
    schema: () =>
      oneLine((typed, context) =>
        id.safeParse(typed).success ? typed : refuse(context, "reference.unknown"),
      ),
    type: (value) => value,
    show: (value) => value,
  };
}

/** Several other records of one kind, by their ids, in order. */
export function references(settings: ReferenceSettings): ReferencesField {
  return {
    kind: "references",
    ...settled<boolean>(settings),
    to: settings.to,
    schema: () =>
      z
        .array(z.string())
        .max(100)
        .optional()
        .transform((typed, context) => {
          const ids = [...new Set((typed ?? []).filter(Boolean))];
          return ids.every((one) => id.safeParse(one).success) ? ids : refuse(context, "reference.unknown");
        }),
    type: (value) => value,
    show: (value) => value.join("; "),
  };
}
