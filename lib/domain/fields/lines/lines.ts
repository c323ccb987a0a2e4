import { z } from "zod";
import { type Field, type FieldSettings, refuse, settled } from "../field";
import { text } from "../text/text";

export interface LinesSettings extends FieldSettings {
  /** Longest line taken. */
  max: number;
}

export type LinesField = Field<"lines", string[], boolean> & { readonly max: number };

const mostLines = 50;

/** Several short texts in order, typed one to a line, such as places or languages. */
export function lines(settings: LinesSettings): LinesField {
  const line = text({ max: settings.max }).schema({ parties: null });
  return {
    kind: "lines",
    ...settled<boolean>(settings),
    max: settings.max,
    schema: () =>
      z
        .string()
        .max(200_000)
        .optional()
        .transform((raw, context) => {
          const typed = (raw ?? "")
            .split(/\r?\n/)
            .map((one) => one.trim())
            .filter(Boolean);
          if (typed.length > mostLines) return refuse(context, "lines.tooMany", { max: mostLines });
          const read: string[] = [];
          for (const one of typed) {
            const outcome = line.safeParse(one);
            if (!outcome.success) {
              const issue = outcome.error.issues[0];
              const params =
                issue && "params" in issue ? (issue.params as Record<string, string | number>) : {};
              return refuse(context, issue?.message ?? "text.control", params);
            }
            if (outcome.data && !read.includes(outcome.data)) read.push(outcome.data);
          }
          return read;
        }),
    type: (value) => value.join("\n"),
    show: (value) => value.join("; "),
  };
}
