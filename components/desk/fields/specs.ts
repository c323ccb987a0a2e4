/** What forms know of a field: the specs of all field kinds, each from its own folder. */
import type { FieldKindName } from "@/lib/domain/fields/fields";
import type { CommonSpec } from "../form/form-spec";
import type { ChoiceSpec } from "./choice/spec";
import type { CountrySpec } from "./country/spec";
import type { DecimalSpec } from "./decimal/spec";
import type { FileSpec } from "./file/spec";
import type { LinesSpec } from "./lines/spec";
import type { PathsSpec } from "./paths/spec";
import type { PartialDateSpec } from "./partial-date/spec";
import type { ReferenceSpec, ReferencesSpec } from "./reference/spec";
import type { RowsSpec } from "./rows/spec";
import type { TextSpec } from "./text/spec";
import type { WebAddressSpec } from "./web-address/spec";
import type { WholeNumberSpec } from "./whole-number/spec";

/** Each kind's own part of a spec. */
interface OwnSpecs {
  text: TextSpec;
  lines: LinesSpec;
  choice: ChoiceSpec;
  country: CountrySpec;
  decimal: DecimalSpec;
  partialDate: PartialDateSpec;
  wholeNumber: WholeNumberSpec;
  webAddress: WebAddressSpec;
  reference: ReferenceSpec;
  references: ReferencesSpec;
  paths: PathsSpec;
  file: FileSpec;
  rows: RowsSpec;
}

export type OwnSpec<K extends FieldKindName = FieldKindName> = OwnSpecs[K];
/** The spec of a field of a kind. */
export type SpecOf<K extends FieldKindName> = CommonSpec & OwnSpecs[K];
export type FieldSpec = { [K in FieldKindName]: SpecOf<K> }[FieldKindName];
