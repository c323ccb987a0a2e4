import { Fragment, type ReactNode } from "react";
import type { Typed, TypedValue } from "@/lib/domain/fields/field";
import { typedRows, typedTexts } from "@/lib/domain/fields/typed";
import { isFileId } from "@/lib/domain/files";
import { describeTyped, type Describing } from "./fields/parts";
import type { FieldSpec } from "./fields/specs";
import type { FormSpec } from "./form/form-spec";

interface RecordViewProps {
  spec: FormSpec;
  typed: Typed;
  describing: Linking;
  /** What stands for a field that is not filled in. */
  empty: string;
}

interface Linking extends Describing {
  /** Whether a record of this id can be opened. */
  isThere(id: string): boolean;
}

/** A record in words, for those who may read but not change it; what it refers to is linked. */
export function RecordView({ spec, typed, describing, empty }: RecordViewProps) {
  return (
    <dl className="record-view">
      {spec.fields.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>
            <Value field={field} typed={typed[field.key]} describing={describing} empty={empty} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  field: FieldSpec;
  typed: TypedValue | undefined;
  describing: Linking;
}

/** A value, a line for each of its rows or records. */
function Value({ field, typed, describing, empty }: ValueProps & { empty: string }) {
  if (field.kind === "rows") {
    const rows = typedRows(typed).filter((row) => describeTyped(field, [row], describing).length > 0);
    if (rows.length === 0) return <TextLines lines={[]} empty={empty} />;
    return (
      <ul>
        {rows.map((row, index) => (
          <li key={index}>
            <Said
              values={field.of.flatMap((one) =>
                linkedValues({ field: one, typed: row[one.key], describing }),
              )}
            />
          </li>
        ))}
      </ul>
    );
  }
  const linked = linkedValues({ field, typed, describing });
  if (linked.length === 0 || linked.every((one) => typeof one === "string"))
    return <TextLines lines={linked as string[]} empty={empty} />;
  return linked.map((one, index) => (
    <span key={index} className="block">
      {one}
    </span>
  ));
}

/** The values of a row, beside one another. */
function Said({ values }: { values: ReactNode[] }) {
  return values.map((one, index) => (
    <Fragment key={index}>
      {index > 0 && " · "}
      {one}
    </Fragment>
  ));
}

/** The lines of a value, as links where they name a record, a file or a page of the web. */
function linkedValues({ field, typed, describing }: ValueProps): ReactNode[] {
  if (typed === undefined) return [];
  const lines = describeTyped(field, typed, describing);
  switch (field.kind) {
    case "reference":
    case "references": {
      const ids = typeof typed === "string" ? [typed] : typedTexts(typed);
      return lines.map((title, index) => {
        const id = ids[index] ?? "";
        return describing.isThere(id) ? <a href={`/admin/${field.toPath}/${id}`}>{title}</a> : title;
      });
    }
    case "file": {
      const id = typeof typed === "string" ? typed : "";
      return lines.map((line) => (isFileId(id) ? <a href={`/admin/files/${id}`}>{line}</a> : line));
    }
    case "webAddress":
      return lines.map((line) =>
        /^https?:\/\//.test(line) ? (
          <a href={line} rel="noreferrer">
            {line}
          </a>
        ) : (
          line
        ),
      );
    default:
      return lines;
  }
}

/** Lines of plain words, or what stands for none. */
export function TextLines({ lines, empty }: { lines: string[]; empty: string }) {
  if (lines.length === 0) return <span className="text-muted">{empty}</span>;
  return lines.map((line, index) => (
    <span key={index} className="block">
      {line}
    </span>
  ));
}
