import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { readWords } from "./read-words";
import { routing } from "./routing";

/** The words for a request: the public ones in its language, and at the desk, which has no language segment, the desk's. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const messages = await readWords(locale, { desk: requested === undefined });
  return { locale, messages, timeZone: "UTC" };
});
