import type { Typed } from "@/lib/domain/fields/field";
import { describeTyped, type Describing } from "./fields/parts";
import type { FormSpec } from "./form/form-spec";

interface RecordViewProps {
  spec: FormSpec;
  typed: Typed;
  describing: Describing;
  /** What stands for a field that is not filled in. */
  empty: string;
}

/** A record in words, for those who may read but not change it. */
export function RecordView({ spec, typed, describing, empty }: RecordViewProps) {
  return (
    <dl className="record-view">
      {spec.fields.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>
            <TextLines lines={describeTyped(field, typed[field.key], describing)} empty={empty} />
          </dd>
        </div>
      ))}
    </dl>
  );
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
