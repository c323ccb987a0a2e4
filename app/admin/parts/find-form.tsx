interface FindFormProps {
  /** Under which name the page's address has what is searched for; the id of the box as well. */
  name: string;
  label: string;
  help: string;
  /** What was searched for. */
  value: string;
  submit: string;
  /** Searching is what one came to the page for. */
  isMain?: boolean;
  /** What is said where nothing was found. */
  none?: string | false;
}

/** A search by one box, whose page shows what it finds. */
export function FindForm({ name, label, help, value, submit, isMain = false, none = false }: FindFormProps) {
  return (
    <form className="mb-5 max-w-md space-y-4" role="search">
      <div className="field-frame">
        <label htmlFor={name} className="field-label">
          {label}
        </label>
        <p id={`${name}-help`} className="field-help">
          {help}
        </p>
        <input
          {...{ id: name, name, type: "search", defaultValue: value }}
          aria-describedby={`${name}-help`}
          className="control control-wide"
        />
      </div>
      <div>
        <button className={isMain ? "btn-main" : "btn"}>{submit}</button>
      </div>
      {none && <p role="status">{none}</p>}
    </form>
  );
}
