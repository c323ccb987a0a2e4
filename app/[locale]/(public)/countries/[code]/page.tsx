import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { countryAddress } from "@/components/public/dossier/country-address";
import { CountryTable } from "@/components/public/dossier/country-table";
import { DossierPages } from "@/components/public/dossier/dossier-pages";
import { CountryMap } from "@/components/public/map/country-map";
import { countryInText, countryName } from "@/lib/domain/countries";
import { inOrder } from "@/lib/domain/dossier-order";
import { DOSSIER_PAGE, dossierOrders } from "@/lib/domain/dossier-pages";
import { statesOfCountry } from "@/lib/published/country-dossiers";
import { countryPath } from "@/lib/routes";
import { Frame } from "../../frame";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";

/** The country, and the page of its dossiers that the address asks for, in the order that it asks for. */
async function open(props: Props<"code">) {
  const [{ locale, code: typed }, query] = await Promise.all([props.params, props.searchParams]);
  const code = typed.toUpperCase();
  const states = await statesOfCountry(code);
  const page = typeof query.page === "string" ? Number(query.page) : 1;
  const pages = Math.ceil(states.length / DOSSIER_PAGE);
  if (!(page <= pages)) notFound();
  const by = dossierOrders.find((one) => one === query.by);
  const named = states.map((state) => {
    const [a, b] = state.countries;
    const other = a === code ? b : a;
    return { ...state, other, name: countryName(other, locale) };
  });
  const lines = inOrder(named, by, locale).slice((page - 1) * DOSSIER_PAGE, page * DOSSIER_PAGE);
  return {
    locale,
    code,
    by,
    page,
    pages,
    lines,
    named,
    t: await getTranslations("countries"),
  };
}

/** What the page of a country says of itself. */
export async function generateMetadata(props: Props<"code">) {
  const { locale, code, page, t } = await open(props);
  const country = countryInText(code, locale);
  return pageMetadata({
    locale,
    title: page > 1 ? t("titlePage", { country, page }) : t("title", { country }),
    description: t("description", { country }),
    // However it is put in order, it is one page to machines.
    path: page > 1 ? `${countryPath(code)}?page=${page}` : countryPath(code),
  });
}

/** All dossiers of a country, on one map and in one table. */
export default async function CountryPage(props: Props<"code">) {
  const { locale, code, by, page, pages, lines, named, t } = await open(props);
  const name = countryName(code, locale);
  return (
    <Frame
      locale={locale}
      trail={[{ name, href: countryAddress(locale, code, page, by) }]}
      cited={{ title: name }}
    >
      <h1 className="mt-8 text-title">{name}</h1>
      <p className="mt-2 mb-8 max-w-measure text-muted">
        {t("lead", { count: named.length, country: countryInText(code, locale) })}
      </p>
      {named.length > 0 && <CountryMap code={code} name={name} dossiers={named} locale={locale} />}
      <CountryTable lines={lines} code={code} by={by} locale={locale} />
      <DossierPages code={code} page={page} pages={pages} by={by} />
    </Frame>
  );
}
