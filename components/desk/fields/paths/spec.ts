import type { PathsField } from "@/lib/domain/fields/paths/paths";

export interface PathsSpec {
  kind: "paths";
  /** How many paths it takes. */
  max: number;
}

export const pathsSpec = ({ max }: PathsField): PathsSpec => ({ kind: "paths", max });
