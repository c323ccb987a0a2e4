import { typedRows } from "@/lib/domain/fields/typed";
import { asksAnyCountry, describeTyped, type FieldPart } from "../parts";

export const rowsPart: FieldPart<"rows"> = {
  describe: ({ of }, typed, describing) =>
    typedRows(typed)
      .map((row) =>
        of
          .map((field) => describeTyped(field, row[field.key], describing).join(" "))
          .filter(Boolean)
          .join(" · "),
      )
      .filter(Boolean),
  isShort: () => false,
  asksAnyCountry: ({ of }) => of.some(asksAnyCountry),
};
