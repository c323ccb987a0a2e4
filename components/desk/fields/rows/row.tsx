"use client";
import { memo } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { below } from "@/lib/domain/paths";
import { useForm, useWords } from "../../form/form-context";
import { Field } from "../field";
import { describeTyped } from "../parts";
import type { SpecOf } from "../specs";
import { RowPlace } from "./row-place";
import { RowTools, type RowTool } from "./row-tools";

interface RowProps {
  spec: SpecOf<"rows">;
  /** The path of the field. */
  path: string;
  /** The row's id. */
  id: string;
  item: Typed;
  index: number;
  isLast: boolean;
  /** What it is called: "Meeting 2". */
  name: string;
  isOpen: boolean;
  /** Must stay the same function while the row does: else every row is drawn anew with each. */
  onTool: (id: string, tool: RowTool) => void;
}

/** One row: its fields, or while it is folded what it says. Folded, it is sent with the form as it came. */
export const Row = memo(function Row({
  spec,
  path,
  id,
  item,
  index,
  isLast,
  name,
  isOpen,
  onTool,
}: RowProps) {
  return (
    <div data-row={id} className="row" role="group" aria-label={name}>
      <RowTools
        name={name}
        isFirst={index === 0}
        isLast={isLast}
        isFolded={!isOpen}
        onTool={(tool) => onTool(id, tool)}
      />
      {isOpen ? (
        <div className="row-fields">
          <RowPlace value={{ field: path, index }}>
            {spec.of.map((field) => (
              <Field key={field.key} spec={field} path={below(path, id, field.key)} value={item[field.key]} />
            ))}
          </RowPlace>
        </div>
      ) : (
        <FoldedRow spec={spec} path={below(path, id)} item={item} />
      )}
    </div>
  );
});

function FoldedRow({ spec, path, item }: { spec: SpecOf<"rows">; path: string; item: Typed }) {
  const word = useWords();
  const { countries, known, readings } = useForm();
  const describing = {
    countries,
    titleOf: (id: string) => known.get(id)?.title ?? word("unknownRecord"),
    readingOf: (date: string) => readings[date] ?? date,
  };
  return (
    <>
      <p className="row-summary">{describeTyped(spec, [item], describing).join(" ")}</p>
      {spec.of.flatMap(({ key }) =>
        [item[key] ?? ""]
          .flat()
          .map((value, index) => (
            <input key={`${key} ${index}`} type="hidden" name={below(path, key)} value={String(value)} />
          )),
      )}
    </>
  );
}
