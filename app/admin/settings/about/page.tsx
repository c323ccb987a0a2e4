import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { aboutWords } from "@/app/about-words";
import { routing } from "@/i18n/routing";
import { requireVisitor } from "@/lib/auth/session";
import { type AboutTextAtDesk, aboutTextsAtDesk } from "@/lib/desk/settings/about-text";
import { aboutParts, longestAboutText } from "@/lib/domain/about-parts";
import { aboutPath, localPath } from "@/lib/routes";
import { SettingsForm, SettingsPage } from "../../parts/settings-page";
import { writeAbout } from "./actions";

/** What the page is called on which the page about the site is written. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.about"))("title") };
}

/** The page about the site, for admins: its parts, each written by itself, with the usual words where nothing is. */
export default async function AboutAtDeskPage() {
  const admin = await requireVisitor("manage", "/admin/settings/about");
  const [t, kept] = await Promise.all([getTranslations("desk.about"), aboutTextsAtDesk(admin)]);
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      {routing.locales.map((locale) => (
        <PartsIn key={locale} locale={locale} kept={kept.filter((one) => one.locale === locale)} />
      ))}
    </SettingsPage>
  );
}

async function PartsIn({ locale, kept }: { locale: string; kept: readonly AboutTextAtDesk[] }) {
  const [t, words] = await Promise.all([getTranslations("desk.about"), aboutWords(locale)]);
  const languages = new Intl.DisplayNames("en", { type: "language" });
  return (
    <>
      <p>
        <a href={localPath(locale, aboutPath)}>{t("public", { language: languages.of(locale) ?? locale })}</a>
      </p>
      {aboutParts.map((part) => {
        const standing = kept.find((one) => one.part === part);
        const isOwn = typeof standing?.text === "string";
        return (
          <SettingsForm key={part} id={`${part}-${locale}`} heading={words.heading(part)} wide>
            <AccountForm
              action={writeAbout}
              hidden={{ part, locale, version: String(standing?.version ?? 0) }}
              submit={t("submit")}
              waiting={t("waiting")}
              fields={[
                {
                  ...{ name: "text", label: t("text"), type: "lines", most: longestAboutText, rows: 7 },
                  ...{ value: standing?.text ?? words.usual(part), help: t(isOwn ? "ownHelp" : "usualHelp") },
                },
              ]}
            />
          </SettingsForm>
        );
      })}
    </>
  );
}
