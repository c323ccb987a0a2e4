/** Years as tables print them with a word that changes nothing: "2021 год", "TOTAL 2021", "Jan–Dec 2020". */

const before =
  /^(?:total|totals|in|en|cy|calendar year|year|año|ano|année|jahr|в|за|итого|jan(?:uary)? ?[-–] ?dec(?:ember)?|январь ?[-–—] ?декабрь) ?(?=\d{4}$)/iu;
/** A Japanese 年度 is a fiscal year, and stays. */
const behind = /(?<=^\d{4}) ?(?:years?|год[ау]?|г\.?|жылы?|ж\.|рік|року|р\.|年|년)$/iu;

/** A year without such a word; any other text as it is. */
export const yearAlone = (text: string) => text.replace(before, "").replace(behind, "");
