import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import type { AccountField } from "@/components/desk/account/form-state";
import { routing } from "@/i18n/routing";
import { requireVisitor } from "@/lib/auth/session";
import { countryNamesAtDesk } from "@/lib/desk/settings/country-names";
import { countryCodes, formerCodes, usualName } from "@/lib/domain/countries";
import { SettingsForm, SettingsPage } from "../../parts/settings-page";
import { setCountryName } from "./actions";

/** What the page of countries' names is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.countryNames"))("title") };
}

/** What the site calls countries, for admins: set here where it is not the usual name. */
export default async function CountryNamesPage() {
  const admin = await requireVisitor("manage", "/admin/settings/countries");
  const [t, kept] = await Promise.all([getTranslations("desk.countryNames"), countryNamesAtDesk(admin)]);
  const locale = routing.defaultLocale;
  const codes = [...countryCodes, ...formerCodes].map((value) => ({
    value,
    label: usualName(value, locale),
  }));
  const fields = (name = "", inText = ""): AccountField[] => [
    { name: "name", label: t("name"), help: t("nameHelp"), type: "text", autoComplete: "off", value: name },
    {
      name: "inText",
      label: t("inText"),
      help: t("inTextHelp"),
      type: "text",
      autoComplete: "off",
      value: inText,
    },
  ];
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      <SettingsForm id="add" heading={t("add")}>
        <AccountForm
          action={setCountryName}
          hidden={{ locale, version: "0" }}
          submit={t("submit")}
          waiting={t("waiting")}
          fields={[
            {
              name: "code",
              label: t("country"),
              type: "choice",
              options: codes.sort((one, other) => one.label.localeCompare(other.label, locale)),
            },
            ...fields(),
          ]}
        />
      </SettingsForm>
      {kept.map(({ code, locale: language, name, inText, version }) => (
        <SettingsForm
          key={`${code} ${language}`}
          id={`name-${code}`}
          heading={t("called", { usual: usualName(code, language), name })}
        >
          <AccountForm
            action={setCountryName}
            hidden={{ code, locale: language, version: String(version) }}
            submit={t("submit")}
            waiting={t("waiting")}
            fields={fields(name, inText ?? "")}
          />
        </SettingsForm>
      ))}
    </SettingsPage>
  );
}
