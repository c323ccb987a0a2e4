import type { ReactNode } from "react";
import { languageShown, tagBeside } from "@/lib/domain/languages";
import type { Fact } from "../frame/facts";
import { Name } from "../frame/name";
import type { Setting, Viewed } from "../frame/setting";

/**
 * The title as the text itself has it, in its own language and direction, and which language that is; null where none is recorded.
 * `cite`: the marks of a field.
 */
export function originalTitleFact(
  { originalTitle, originalLanguage }: Viewed<"agreement">["values"],
  term: string,
  { locale }: Pick<Setting, "locale">,
  cite: (field: string) => ReactNode,
): Fact | null {
  if (!originalTitle) return null;
  return {
    term,
    is: (
      <>
        <Name lang={tagBeside(originalLanguage, locale)}>{originalTitle}</Name>
        {cite("originalTitle")}
        {originalLanguage && (
          <>
            {" "}
            <span className="label">
              <Name>{languageShown(originalLanguage, locale)}</Name>
            </span>
            {cite("originalLanguage")}
          </>
        )}
      </>
    ),
  };
}
