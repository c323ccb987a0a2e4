import type { TextField } from "@/lib/domain/fields/text/text";

export interface TextSpec {
  kind: "text";
  max: number;
  prose: boolean;
}

export const textSpec = ({ max, prose }: TextField): TextSpec => ({ kind: "text", max, prose });
