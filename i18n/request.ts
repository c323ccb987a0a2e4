import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { routing } from "./routing";

/** The words for a request: the public ones in its language, and at the desk, which has no language segment, the desk's. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const words = (await import(`../messages/${locale}.json`)).default as Record<string, unknown>;
  const deskWords =
    requested === undefined
      ? ((await import("../messages/en.desk.json")).default as Record<string, unknown>)
      : {};
  return { locale, messages: { ...deskWords, ...words }, timeZone: "UTC" };
});
