/** Copies of records that were kept by earlier versions, as the definitions of today have them. */
import type { Held } from "./fields/field";
import { typedFrom } from "./fields/set";
import type { Typed } from "./fields/typed";
import type { Kind } from "./kinds/define-kind";

/**
 * A copy as it was kept (a working copy, or a revision, which is never changed) with what has been renamed since: a
 * citation named one field by its `field` before it named several values by their paths, and a year of trade had one valuation for both directions.
 */
export function keptCopy(kept: unknown): Held {
  const values = withValuations((kept ?? {}) as Held);
  const { citations } = values;
  if (!Array.isArray(citations) || !citations.some(namesOneField)) return values;
  return {
    ...values,
    citations: citations.map((citation: unknown) => {
      if (!namesOneField(citation)) return citation;
      const { field, ...rest } = citation;
      return { ...rest, ...(typeof field === "string" && { supports: [field] }) };
    }),
  };
}

/** A year of trade with the one valuation of before at both of its directions. */
function withValuations(values: Held): Held {
  if (!Object.hasOwn(values, "valuation")) return values;
  const { valuation, ...rest } = values;
  return { valuationA: valuation, valuationB: valuation, ...rest };
}

/** What a form shows of a kept copy. */
export function typedCopy(kind: Kind, kept: unknown): Typed {
  return typedFrom(kind.fields, keptCopy(kept));
}

function namesOneField(citation: unknown): citation is Held {
  return typeof citation === "object" && citation !== null && Object.hasOwn(citation, "field");
}
