import { typedRows } from "@/lib/domain/fields/typed";
import { asksAnyCountry, describeTyped, type FieldPart } from "../parts";
import { capital } from "../words";

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
  labelWithin: ({ label, one, of }, [id, key], typed) => {
    if (id === undefined) return label;
    const index = typedRows(typed).findIndex((row) => row.id === id);
    const row = index < 0 ? capital(one) : `${capital(one)} ${index + 1}`;
    const inner = of.find((field) => field.key === key)?.label;
    return inner === undefined ? row : `${row}: ${inner}`;
  },
  asksAnyCountry: ({ of }) => of.some(asksAnyCountry),
};
