import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import type { AccountField } from "@/components/desk/account/form-state";
import { routing } from "@/i18n/routing";
import { requireVisitor } from "@/lib/auth/session";
import { countryNamesAtDesk } from "@/lib/desk/settings/country-names";
import { countryCodes, formerCodes, usualName } from "@/lib/domain/countries";
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
    <div className="space-y-10">
      <header>
        <h1>{t("title")}</h1>
        <p className="mt-1 max-w-measure text-muted">{t("lead")}</p>
      </header>
      <section aria-labelledby="add" className="max-w-md">
        <h2 id="add" className="mb-4 font-serif text-lead font-semibold">
          {t("add")}
        </h2>
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
      </section>
      {kept.map(({ code, locale: language, name, inText, version }) => (
        <section key={`${code} ${language}`} aria-labelledby={`name-${code}`} className="max-w-md">
          <h2 id={`name-${code}`} className="mb-4 font-serif text-lead font-semibold">
            {t("called", { usual: usualName(code, language), name })}
          </h2>
          <AccountForm
            action={setCountryName}
            hidden={{ code, locale: language, version: String(version) }}
            submit={t("submit")}
            waiting={t("waiting")}
            fields={fields(name, inText ?? "")}
          />
        </section>
      ))}
    </div>
  );
}
