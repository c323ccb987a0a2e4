import type { SpecWords } from "@/components/desk/form/build-form-spec";
import { OpenOnce } from "@/components/desk/lists/open-once";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { offeredColumns } from "./list-query";

/** What a column of a kind's list is called. */
export function columnLabel(words: SpecWords, kind: KindKey, key: string): string {
  return key in kindOf(kind).fields
    ? words.say(`kinds.${kind}.fields.${key}.label`, { a: "A", b: "B" })
    : words.say(`desk.list.${key}`);
}

interface ColumnChoiceProps {
  kind: KindKey;
  columns: readonly string[];
  words: SpecWords;
}

/** Which columns a list shows: a part of its form, so that the choice stands in the address with the filters. */
export function ColumnChoice({ kind, columns, words }: ColumnChoiceProps) {
  return (
    <OpenOnce className="list-columns" isOpen={false}>
      <summary>{words.say("desk.list.columns")}</summary>
      <fieldset className="list-columns-all">
        <legend className="sr-only">{words.say("desk.list.columnsShown")}</legend>
        {offeredColumns(kindOf(kind)).map((key) => (
          <label key={key}>
            <input type="checkbox" name="columns" value={key} defaultChecked={columns.includes(key)} />{" "}
            {columnLabel(words, kind, key)}
          </label>
        ))}
      </fieldset>
    </OpenOnce>
  );
}
