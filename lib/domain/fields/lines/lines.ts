import { z } from "zod";
import { initialsIn } from "../../initials";
import { type FieldOf, type FieldSettings, longestTyped, makeField, refuse } from "../field";
import { doubtsOfText, text } from "../text/text";
import { exported } from "./export";
import { storage } from "./storage";

export interface LinesSettings extends FieldSettings {
  /** Longest line taken. */
  max: number;
  /** No line of it has commas: those in a cell of a table part lines. */
  commas?: true;
}

export interface LinesField extends FieldOf<"lines", string[], boolean, typeof storage> {
  readonly max: number;
  readonly commas: boolean;
}

const maxLines = 50;

/** Several short texts in order, typed one to a line, such as places or languages. */
export function lines(settings: LinesSettings): LinesField {
  const line = text({ max: settings.max }).schema({ parties: null });
  const field = makeField<"lines", string[], boolean, typeof storage>("lines", settings, {
    storage,
    exported,
    schema: () =>
      z
        .string()
        .optional()
        .transform((raw = "", context) => {
          if (raw.length > longestTyped)
            return refuse(context, "text.tooLong", { max: longestTyped, length: raw.length });
          const typed = raw
            .split(/\r?\n/)
            .map((one) => one.trim())
            .filter(Boolean);
          if (typed.length > maxLines) return refuse(context, "lines.tooMany", { max: maxLines });
          const read: string[] = [];
          for (const one of typed) {
            const outcome = line.safeParse(one);
            if (!outcome.success) {
              const issue = outcome.error.issues[0];
              const params =
                issue && "params" in issue ? (issue.params as Record<string, string | number>) : {};
              return refuse(context, issue?.message ?? "text.control", params);
            }
            if (typeof outcome.data === "string" && !read.includes(outcome.data)) read.push(outcome.data);
          }
          return read;
        }),
    type: (value) => value.join("\n"),
    show: (value) => value.join("; "),
    otherWords: (value) => value.flatMap((one) => initialsIn(one).map(({ initials }) => initials)),
    texts: (value) => [{ text: value.join("; "), isProse: false }],
    missing: () => [],
    doubts: (value, path) => doubtsOfText(value.join("\n"), path),
  });
  return { ...field, max: settings.max, commas: settings.commas ?? false };
}
