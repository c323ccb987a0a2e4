import { defineRouting } from "next-intl/routing";

/** The languages of the readers' pages. English addresses carry no prefix, and no reader is sent to a language. */
export const routing = defineRouting({
  locales: ["en"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});
