"use client";
import { useWords } from "../form/form-context";
import { type DashMeaning, dashMeanings } from "@/lib/domain/pasted/dash-meanings";
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
        {grid.dash.isAsked && <Dashes meaning={grid.dash.meaning} />}
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

/** What dashes say among the amounts of the table, which no cell shows. */
function Dashes({ meaning }: { meaning: DashMeaning | null }) {
  const word = useWords();
  return (
    <div>
      <label htmlFor="paste-dash" className="field-label">
        {word("paste.dash")}
      </label>
      <select
        id="paste-dash"
        name="dash"
        defaultValue={meaning ?? ""}
        aria-invalid={meaning === null || undefined}
        className="control control-choice"
      >
        <option value="">{word("choose")}</option>
        {dashMeanings.map((one) => (
          <option key={one} value={one}>
            {word(`paste.dashes.${one}`)}
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
