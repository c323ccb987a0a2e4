/** The fields of a kind as columns of a pasted table, in words. */
import "server-only";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import type { FieldSpec, FormSpec } from "@/components/desk/form/form-spec";
import type { PasteField } from "@/components/desk/paste/paste-state";
import { optionsOf } from "@/components/desk/fields/parts";
import type { SpecWords } from "@/components/desk/fields/making";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { columnsOf, partsOfColumn } from "@/lib/domain/pasted/columns";
import { reporterField } from "@/lib/domain/pasted/flow-columns";
import { countriesOf, type Sides } from "@/lib/domain/sides";
import { labelOfColumn } from "@/lib/domain/pasted/names";

/** What the columns of a kind's tables can be, and what there is to choose from in them. */
export function pasteFields(kind: KindKey, sides: Sides | null, words: SpecWords): PasteField[] {
  const definition = kindOf(kind);
  const spec = buildFormSpec(kind, sides, words);
  return columnsOf(definition).map(({ path, field, rowsOf, fills, bySide }) => {
    const own = specAt(spec, fills?.[0] ?? path);
    const options = own && optionsOf(own, spec.countries);
    return {
      path,
      label: labelOfColumn(kind, path, sides?.parties ?? null, words),
      isOwn: rowsOf === null,
      isNeeded:
        rowsOf === null && !field.optional && field.kind !== "lines" && !definition.following.includes(path),
      isSum: field.kind === "decimal" && field.money,
      ...(options && { options }),
      ...(bySide && { follows: { from: reporterField, values: sides ? countriesOf(sides) : [] } }),
    };
  });
}

function specAt({ fields }: FormSpec, path: string): FieldSpec | undefined {
  const { own, inner } = partsOfColumn(path);
  const found = fields.find(({ key }) => key === own);
  if (inner === undefined || found?.kind !== "rows") return found;
  return found.of.find(({ key }) => key === inner);
}
