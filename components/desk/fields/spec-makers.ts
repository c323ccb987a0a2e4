/** Makes the spec of a field of any kind. For servers: browsers get the specs as data. */
import type { FieldByKind, FieldKindName } from "@/lib/domain/fields/fields";
import { choiceSpec } from "./choice/spec";
import { countrySpec } from "./country/spec";
import { decimalSpec } from "./decimal/spec";
import { fileSpec } from "./file/spec";
import { linesSpec } from "./lines/spec";
import type { Making } from "./making";
import { pathsSpec } from "./paths/spec";
import { partialDateSpec } from "./partial-date/spec";
import { referenceSpec, referencesSpec } from "./reference/spec";
import { rowsSpec } from "./rows/spec";
import type { OwnSpec } from "./specs";
import { textSpec } from "./text/spec";
import { webAddressSpec } from "./web-address/spec";
import { wholeNumberSpec } from "./whole-number/spec";

const makers: { [K in FieldKindName]: (field: FieldByKind[K], making: Making) => OwnSpec<K> } = {
  text: textSpec,
  lines: linesSpec,
  choice: choiceSpec,
  country: countrySpec,
  decimal: decimalSpec,
  partialDate: partialDateSpec,
  wholeNumber: wholeNumberSpec,
  webAddress: webAddressSpec,
  reference: referenceSpec,
  references: referencesSpec,
  paths: pathsSpec,
  file: fileSpec,
  rows: rowsSpec,
};

/** A kind's own part of the spec of one of its fields. */
export function ownSpec<K extends FieldKindName>(kind: K, field: FieldByKind[K], making: Making): OwnSpec<K> {
  return makers[kind](field, making);
}
