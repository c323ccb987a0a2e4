/** Countries whose names take an article in running words, by language: "of the United States", "in the Gambia". */

type Articles = (code: string, name: string) => string;

const english = new Set(
  // Today's, then those that were.
  (
    "AE AX BQ BS CC CF CK DO FK FO GB GM GS HM IM IO KM KY MH MP MV NL PH PN PS SB SC TC TF UM US VG VI " +
    "AIDJ AN BQAQ BYAA CT DD FQ GEHH MI NH NT PC PU PZ SU VD"
  ).split(" "),
);

const articles: Readonly<Record<string, Articles>> = {
  en: (code, name) => (english.has(code) ? `the ${name}` : name),
};

/** A country's name as it stands in running words of a language; the bare name in languages without a list. */
export function withArticle(code: string, name: string, locale: string): string {
  return articles[locale.split("-", 1)[0] ?? locale]?.(code, name) ?? name;
}
