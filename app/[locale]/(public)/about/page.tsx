import { getTranslations } from "next-intl/server";
import { LinkedProse } from "@/components/public/about/linked-prose";
import { MarginSection } from "@/components/public/frame/margin-section";
import { aboutWords } from "@/app/about-words";
import { aboutParts } from "@/lib/domain/about-parts";
import { aboutTexts } from "@/lib/published/about-texts";
import { aboutPath, localPath } from "@/lib/routes";
import { siteName } from "@/lib/site";
import { Frame } from "../frame";
import { pageMetadata } from "../page-metadata";
import type { Props } from "../props";

/** What the page about the site says of itself. */
export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("about");
  const [title, description] = [t("title", { site: siteName }), t("description", { site: siteName })];
  return pageMetadata({ locale, title, description, path: aboutPath });
}

/** What the site is, what it includes, what its words mean, on what terms its records may be used, and how to reach its editors. */
export default async function AboutPage({ params }: Props) {
  const { locale } = await params;
  const [t, words, written] = await Promise.all([
    getTranslations("about"),
    aboutWords(locale),
    aboutTexts(locale),
  ]);
  return (
    <Frame
      locale={locale}
      trail={[{ name: t("heading"), href: localPath(locale, aboutPath) }]}
      cited={{ title: t("title", { site: siteName }) }}
    >
      <h1 className="mt-8 mb-8 text-title">{t("title", { site: siteName })}</h1>
      <div className="grid gap-10">
        {aboutParts.map((part) => (
          <MarginSection key={part} id={part} heading={words.heading(part)}>
            <LinkedProse text={written[part] ?? words.usual(part)} />
          </MarginSection>
        ))}
      </div>
    </Frame>
  );
}
