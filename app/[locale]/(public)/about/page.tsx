import { getTranslations } from "next-intl/server";
import { MarginSection } from "@/components/public/frame/margin-section";
import { Prose } from "@/components/public/frame/prose";
import { aboutPath, localPath } from "@/lib/routes";
import { contentLicence, siteName } from "@/lib/site";
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

const sections = ["who", "included", "sources", "dates", "missing", "force", "changes", "licence"] as const;

/** What the site is, what it includes, what its words mean, and on what terms its records may be used. */
export default async function AboutPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("about");
  return (
    <Frame locale={locale} trail={[{ name: t("heading"), href: localPath(locale, aboutPath) }]}>
      <h1 className="mt-8 mb-8 text-title">{t("title", { site: siteName })}</h1>
      <div className="grid gap-10">
        {sections.map((section) => (
          <MarginSection key={section} id={section} heading={t(`${section}.heading`)}>
            <Prose text={t(`${section}.text`, { site: siteName, licence: contentLicence.name })} />
          </MarginSection>
        ))}
      </div>
    </Frame>
  );
}
