import { getTranslations } from "next-intl/server";
import type { AboutPart } from "@/lib/domain/about-parts";
import { contentLicence, siteName } from "@/lib/site";

/** The headings of the page about the site, and what its parts say where no admin wrote anything else. */
export async function aboutWords(
  locale: string,
): Promise<{ heading: (part: AboutPart) => string; usual: (part: AboutPart) => string }> {
  const t = await getTranslations({ locale, namespace: "about" });
  return {
    heading: (part) => t(`${part}.heading`),
    usual: (part) => t(`${part}.text`, { site: siteName, licence: contentLicence.name }),
  };
}
