/** Languages as people write them ("English") and as programs know them (BCP 47: "en"); names from the platform's CLDR. */

const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

let codesByName: Map<string, string> | undefined;

/** Every two-letter code by its language's English name in lower case: looked up backwards, as Intl cannot. */
function knownNames(): Map<string, string> {
  if (codesByName) return codesByName;
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  codesByName = new Map();
  for (const code of codes) {
    const name = english.of(code);
    // Withdrawn codes ("iw") have the name of those that replaced them ("he").
    if (name) codesByName.set(name.toLowerCase(), Intl.getCanonicalLocales(code)[0] ?? code);
  }
  return codesByName;
}

/** Longer than the name or the tag of any language. */
const maxLength = 100;

/** The BCP 47 tag of a language by its English name or by its tag itself; undefined where it is neither. */
export function languageTag(typed: string): string | undefined {
  if (typed.length > maxLength) return undefined;
  const named = knownNames().get(typed.trim().toLowerCase());
  if (named) return named;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(typed)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(typed);
    return tag && english.of(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The tag that words in a language are marked with on a page in another, from the language as it was typed: undefined where it
 * is the page's own, is not known or names several.
 */
export function tagBeside(typed: string | undefined, locale: string): string | undefined {
  const tag = typed === undefined ? undefined : languageTag(typed.trim());
  return tag && new Intl.Locale(tag).language !== new Intl.Locale(locale).language ? tag : undefined;
}

/** A language as it was typed, a bare tag ("ar") by its name in this language. */
export function languageShown(typed: string, locale: string): string {
  const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i.test(typed) ? languageTag(typed) : undefined;
  return (tag && new Intl.DisplayNames(locale, { type: "language", fallback: "none" }).of(tag)) ?? typed;
}
