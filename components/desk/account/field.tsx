import { useId } from "react";
import type { AccountField } from "./form-state";

interface Props {
  field: AccountField;
  value: string;
  error?: string;
}

/** How many times as much as it may hold an action takes of a text, to refuse it in words. */
const takenTimes = 8;

/** A labelled input with its help and what is wrong with it. */
export function Field({ field, value, error }: Props) {
  const id = useId();
  const describedBy = [field.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  const shared = {
    id,
    name: field.name,
    className: "control",
    defaultValue: value,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy || undefined,
  };
  return (
    <div className={error ? "field-frame-wrong" : undefined}>
      <label htmlFor={id} className="field-label">
        {field.label}
      </label>
      {error && (
        <p id={`${id}-error`} className="field-problem">
          {error}
        </p>
      )}
      {field.type === "choice" ? (
        // A select keeps its first default for good: the form reads from it what it begins with.
        <select {...shared} data-beginning={value}>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.type === "lines" ? (
        // Longer text is told of by the answer, and stays: a browser would cut off what is pasted without a word.
        <textarea {...shared} rows={field.rows ?? 3} maxLength={field.most && takenTimes * field.most} />
      ) : (
        <input
          {...shared}
          maxLength={field.most}
          type={field.type}
          autoFocus={field.isFirst}
          autoComplete={field.autoComplete}
          spellCheck={field.type === "text" ? undefined : false}
          autoCapitalize={field.type === "text" ? undefined : "none"}
        />
      )}
      {field.help && (
        <p id={`${id}-help`} className="field-help">
          {field.help}
        </p>
      )}
    </div>
  );
}
