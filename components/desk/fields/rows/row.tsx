"use client";
import { memo } from "react";
import type { Typed } from "@/lib/domain/fields/typed";
import { below } from "@/lib/domain/paths";
import { CommentMark } from "../../comments/comment-mark";
import { CitedAt } from "../../form/cited-at";
import { beginningOf } from "../drawn";
import { Field } from "../field";
import type { SpecOf } from "../specs";
import { RowFields } from "./row-fields";
import { RowPlace } from "./row-place";
import { RowSummary } from "./row-summary";
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
  /** What it held when it was folded again, with its fields out of sight; false while they are open, null where rows never fold. */
  folded: Typed | false | null;
  /** What it is called: "Meeting 2". */
  name: string;
  /** Must stay the same function while the row does: else every row is drawn anew with each. */
  onTool: (id: string, tool: RowTool) => void;
}

/** One row with its fields. */
export const Row = memo(function Row(props: RowProps) {
  const { spec, path, id, item, index, isLast, folded, name, onTool } = props;
  return (
    <div data-row={id} className={folded ? "row row-folded" : "row"} role="group" aria-label={name}>
      <RowTools
        name={name}
        summary={folded && <RowSummary spec={spec} item={folded} />}
        isFirst={index === 0}
        isLast={isLast}
        isOpen={folded === null ? undefined : folded === false}
        onTool={(tool) => onTool(id, tool)}
      />
      {!folded && (
        <>
          <CitedAt path={below(path, id)} />
          <CommentMark path={below(path, id)} label={name} />
        </>
      )}
      <RowPlace value={{ field: path, index }}>
        <RowFields
          isHidden={folded !== null && folded !== false}
          of={spec.of}
          draw={(field) => (
            <Field spec={field} path={below(path, id, field.key)} {...beginningOf(field, item)} />
          )}
        />
      </RowPlace>
    </div>
  );
});
