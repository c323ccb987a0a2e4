"use client";
import { useWords } from "../form/form-context";
import { dashMeanings } from "@/lib/domain/pasted/dash-meanings";
import { fiscalNamings } from "@/lib/domain/pasted/fiscal-namings";
import type { PasteField, PasteGrid } from "./paste-state";

/** What holds for every line that says nothing itself: first what is needed and has no column, the rest folded. */
export function EveryLine({ fields, grid }: { fields: PasteField[]; grid: PasteGrid }) {
  const word = useWords();
  const hasColumn = ({ path }: PasteField) => grid.paths.includes(path);
  const own = fields.filter(
    (field) => field.isOwn && (field.options || (field.isNeeded && !hasColumn(field))),
  );
  const isFirst = (field: PasteField) =>
    Boolean(grid.every[field.path]) || (field.isNeeded && !hasColumn(field));
  const [first, more] = [own.filter(isFirst), own.filter((field) => !isFirst(field))];
  return (
    <fieldset className="paste-every">
      <legend className="field-label">{word("paste.every")}</legend>
      <p className="field-help">{word("paste.everyHelp")}</p>
      <div className="paste-every-fields">
        {grid.dash.isAsked && (
          <Asked
            name="dash"
            label={word("paste.dash")}
            options={dashMeanings.map((value) => ({ value, label: word(`paste.dashes.${value}`) }))}
            chosen={grid.dash.meaning}
          />
        )}
        {grid.fiscal.isAsked && (
          <Asked
            name="fiscal"
            label={word("paste.fiscal")}
            options={fiscalNamings.map((value) => ({ value, label: word(`paste.fiscals.${value}`) }))}
            chosen={grid.fiscal.meaning}
          />
        )}
        {first.map((field) => (
          <Value
            key={field.path}
            field={field}
            value={grid.every[field.path] ?? ""}
            isMissing={grid.missing.includes(field.path)}
          />
        ))}
      </div>
      {more.length > 0 && (
        <details>
          <summary>{word("paste.moreEvery")}</summary>
          <div className="paste-every-fields">
            {more.map((field) => (
              <Value key={field.path} field={field} value="" isMissing={false} />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}

interface AskedProps {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Null while it is open. */
  chosen: string | null;
}

/** What no cell of the table shows, and is asked once for all of it. */
function Asked({ name, label, options, chosen }: AskedProps) {
  const word = useWords();
  const id = `paste-${name}`;
  return (
    <div>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={chosen ?? ""}
        aria-invalid={chosen === null || undefined}
        className="control control-choice"
      >
        <option value="">{word("choose")}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ValueProps {
  field: PasteField;
  value: string;
  /** No line says it, and each has to. */
  isMissing: boolean;
}

function Value({ field: { path, label, options }, value, isMissing }: ValueProps) {
  const word = useWords();
  const id = `every-${path}`;
  const shared = { id, name: `every.${path}`, defaultValue: value, className: "control control-choice" };
  const describedBy = isMissing ? `${id}-missing` : undefined;
  return (
    <div>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {options ? (
        <select {...shared} aria-describedby={describedBy}>
          <option value="">{word("choose")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} aria-describedby={describedBy} />
      )}
      {isMissing && (
        <p id={`${id}-missing`} className="paste-notes">
          {word("paste.missingInAll")}
        </p>
      )}
    </div>
  );
}
