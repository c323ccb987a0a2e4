import type { BesideName } from "@/lib/domain/fields/reference/reference";
import type { TextField } from "@/lib/domain/fields/text/text";

export interface TextSpec {
  kind: "text";
  max: number;
  prose: boolean;
  /** The reference beside it that says which person the name is of: by its key, with what that fills in. */
  person?: BesideName & { key: string; label: string };
}

export const textSpec = ({ max, prose }: TextField): TextSpec => ({ kind: "text", max, prose });
