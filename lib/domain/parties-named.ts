/** Which countries a record is about, by its kind's definition: its sides, signatories, reporters. */
import type { Held } from "./fields/field";
import type { Fields } from "./fields/fields";
import type { Kind } from "./kinds/define-kind";

/** Where values say so: a field of the record, or of the rows of one. */
interface PartyPlace {
  rows?: string;
  field: string;
}

function placesIn(fields: Fields, rows?: string): PartyPlace[] {
  return Object.entries(fields).flatMap(([key, field]): PartyPlace[] => {
    if (field.kind === "rows") return rows === undefined ? placesIn(field.of, key) : [];
    return field.kind === "country" && field.isParty
      ? [{ field: key, ...(rows !== undefined && { rows }) }]
      : [];
  });
}

/** The countries that a record with these values is about, each once; words such as `both` and `not-stated` among them. */
export function partiesNamed({ fields }: Kind, values: Held): string[] {
  const named = placesIn(fields).flatMap(({ rows, field }) => {
    const holders = rows === undefined ? [values] : ((values[rows] ?? []) as readonly Held[]);
    return holders.flatMap((holder) => (typeof holder[field] === "string" ? [holder[field]] : []));
  });
  return [...new Set(named)];
}

/** The same places as SQL/JSON paths: `$."from"`, `$."signatories"[*]."party"`. */
export function partyPaths({ fields }: Kind): string[] {
  return placesIn(fields).map(({ rows, field }) =>
    rows === undefined ? `$."${field}"` : `$."${rows}"[*]."${field}"`,
  );
}
