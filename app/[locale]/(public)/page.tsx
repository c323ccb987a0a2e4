import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countryInText } from "@/lib/domain/countries";
import { DOSSIER_PAGE } from "@/lib/domain/dossier-pages";
import { countDossiers } from "@/lib/published/dossiers";
import { CountryPage } from "./country-page";
import { FirstPage } from "./first-page";
import { pageMetadata } from "./page-metadata";
import type { Props } from "./props";

/** Which dossiers the address asks for: null for the first page, which has the way to all of them. */
async function asked({ searchParams }: Props) {
  const { country, page = "1" } = await searchParams;
  if (typeof country !== "string") return page === "1" ? null : notFound();
  const { countries } = await countDossiers();
  const count = countries.find(({ code }) => code === country)?.count ?? 0;
  const pages = Math.ceil(count / DOSSIER_PAGE);
  if (!(Number(page) <= pages)) notFound();
  return { country, page: Number(page), pages };
}

/** What the first page, or a country's list of dossiers, says of itself. */
export async function generateMetadata(props: Props) {
  const [{ locale }, list, t] = await Promise.all([props.params, asked(props), getTranslations("home")]);
  if (!list) return pageMetadata({ locale, title: t("title"), description: t("description"), path: "/" });
  const { page } = list;
  const country = countryInText(list.country, locale);
  const title = page > 1 ? t("ofCountryPage", { country, page }) : t("ofCountry", { country });
  return pageMetadata({ locale, title, description: t("ofCountryDescription", { country }), path: "/" });
}

/** The first page; with a country in its address, the dossiers of that country. */
export default async function HomePage(props: Props) {
  const [{ locale }, list] = await Promise.all([props.params, asked(props)]);
  return list ? <CountryPage locale={locale} {...list} /> : <FirstPage locale={locale} />;
}
