import { endingOf, filePath, isFileId } from "../../files";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export type FileField<O extends boolean = boolean> = FieldOf<"file", string, O, typeof storage>;

/** A file that was uploaded before, by its id. That it is there, the desk asks the database. */
export function file<const S extends FieldSettings>(settings: S): FileField<IsOptional<S>> {
  return makeField("file", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => (isFileId(typed) ? typed : refuse(context, "file.unknown")), { max: 69 }),
    type: (value: string) => value,
    show: (value) => `${endingOf(value).toUpperCase()} ${value.slice(0, 8)}`,
    plain: (value) => filePath(value),
    isSearched: false,
  });
}
