import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { countryAddress } from "@/components/public/dossier/country-address";
import { CountryTable } from "@/components/public/dossier/country-table";
import { DossierPages } from "@/components/public/dossier/dossier-pages";
import { StoodHead } from "@/components/public/stood/stood-head";
import { CountryMap } from "@/components/public/map/country-map";
import { countryInText, countryName } from "@/lib/domain/countries";
import { inOrder } from "@/lib/domain/dossier-order";
import { DOSSIER_PAGE, dossierOrders } from "@/lib/domain/dossier-pages";
import { readMoment } from "@/lib/domain/stood/moment";
import { latestChangeOfAll } from "@/lib/published/changes";
import { statesOfCountry } from "@/lib/published/country-dossiers";
import { countryAt } from "@/lib/published/stood/pages-at";
import { countryPath } from "@/lib/routes";
import { Frame } from "../../frame";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { titledAt } from "../../stood";

/**
 * The country, and the page of its dossiers that the address asks for, in the order that it asks for: as they are recorded now, or as
 * they stood at a moment.
 */
async function open(props: Props<"code">) {
  const [{ locale, code: typed }, query] = await Promise.all([props.params, props.searchParams]);
  const code = typed.toUpperCase();
  const now = await statesOfCountry(code);
  const moment = readMoment(query.stood);
  const { states, stood } = moment ? await countryAt(code, now, moment) : { states: now, stood: undefined };
  const page = typeof query.page === "string" ? Number(query.page) : 1;
  const pages = Math.ceil(states.length / DOSSIER_PAGE);
  if (now.length === 0 || !(page <= Math.max(1, pages))) notFound();
  const by = dossierOrders.find((one) => one === query.by);
  const named = states.map((state) => {
    const [a, b] = state.countries;
    const other = a === code ? b : a;
    return { ...state, other, name: countryName(other, locale) };
  });
  const lines = inOrder(named, by, locale).slice((page - 1) * DOSSIER_PAGE, page * DOSSIER_PAGE);
  const t = await getTranslations("countries");
  return { locale, code, by, page, pages, lines, named, now, stood, t };
}

/** What the page of a country says of itself. */
export async function generateMetadata(props: Props<"code">) {
  const { locale, code, page, stood, t } = await open(props);
  const country = countryInText(code, locale);
  const title = page > 1 ? t("titlePage", { country, page }) : t("title", { country });
  return pageMetadata({
    locale,
    ...(stood ? await titledAt(stood.moment, locale, title) : { title }),
    description: t("description", { country }),
    // However it is put in order, it is one page to machines.
    path: page > 1 ? `${countryPath(code)}?page=${page}` : countryPath(code),
  });
}

/** All dossiers of a country, on one map and in one table. */
export default async function CountryPage(props: Props<"code">) {
  const { locale, code, by, page, pages, lines, named, now, stood, t } = await open(props);
  const name = countryName(code, locale);
  const spelled = stood?.moment.spelled;
  // As it stood it is cited by its own address, where it shows anything.
  const changed = stood?.changed ?? (await latestChangeOfAll(now.map(({ id }) => id)));
  const since = stood || page > 1 || by ? undefined : changed;
  return (
    <Frame
      locale={locale}
      trail={[{ name, href: countryAddress(locale, code, page, by, spelled) }]}
      {...(changed !== undefined && { changed })}
      cited={stood?.nothing ? undefined : { title: name, since }}
    >
      <h1 className="mt-8 text-title">{name}</h1>
      {stood && <StoodHead {...stood} today={countryAddress(locale, code, 1, by)} />}
      {!stood?.nothing && (
        <>
          <p className="mt-2 mb-8 max-w-measure text-muted">
            {t("lead", { count: named.length, country: countryInText(code, locale) })}
          </p>
          <CountryMap code={code} name={name} dossiers={named} locale={locale} stood={spelled} />
          <CountryTable lines={lines} code={code} by={by} locale={locale} stood={spelled} />
          <DossierPages code={code} page={page} pages={pages} by={by} stood={spelled} />
        </>
      )}
    </Frame>
  );
}
