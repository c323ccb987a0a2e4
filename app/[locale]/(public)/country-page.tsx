import { getTranslations } from "next-intl/server";
import { countryPath } from "@/components/public/dossier/country-path";
import { DossierPages } from "@/components/public/dossier/dossier-pages";
import { DossierTable } from "@/components/public/dossier/dossier-table";
import { countryInText } from "@/lib/domain/countries";
import { listDossiers } from "@/lib/published/dossiers";
import { Frame } from "./frame";

interface Props {
  locale: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  page: number;
  pages: number;
}

/** A page of the dossiers of one country. */
export async function CountryPage({ locale, country, page, pages }: Props) {
  const [t, dossiers] = await Promise.all([getTranslations("home"), listDossiers(country, page)]);
  const heading = t("ofCountry", { country: countryInText(country, locale) });
  const address = countryPath(locale, country, page);
  const changed = dossiers
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return (
    <Frame locale={locale} trail={[{ name: heading, href: address }]} canonical={address} changed={changed}>
      <h1 className="mt-10 mb-8 text-title">{heading}</h1>
      <DossierTable dossiers={dossiers} />
      <DossierPages code={country} page={page} pages={pages} />
    </Frame>
  );
}
