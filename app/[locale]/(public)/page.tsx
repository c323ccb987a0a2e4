import { notFound, permanentRedirect, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countryAddress } from "@/components/public/dossier/country-address";
import { countryName } from "@/lib/domain/countries";
import { countriesTyped } from "@/lib/domain/country-typed";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { slugOfPair } from "@/lib/published/country-dossiers";
import { noteTags } from "@/lib/published/note-tags";
import { localPath } from "@/lib/routes";
import { type AskedInVain, FirstPage } from "./first-page";
import { pageMetadata } from "./page-metadata";
import type { Props } from "./props";

/**
 * What is looked for in vain: two countries without a dossier, or a name that no country has. Nothing where nothing is looked for. What
 * is found has an address of its own, as has all of one country, which once stood here.
 */
async function asked({ params, searchParams }: Props): Promise<AskedInVain | undefined> {
  const [{ locale }, { country, with: other, page = "1" }] = await Promise.all([params, searchParams]);
  if (typeof country !== "string") return page === "1" ? undefined : notFound();
  const typed = [country, ...(typeof other === "string" ? [other] : [])];
  const meant = typed.map((text) => countriesTyped(text, locale));
  const unknown = typed.filter((_, at) => meant[at]!.length !== 1);
  // Of names, and of pairs without a dossier, there are thousands of addresses.
  noteTags(notKeptTag);
  if (unknown.length > 0) return { typed, unknown, meant };
  const [one = "", two] = meant.flat();
  if (two === undefined || two === one) {
    const address = countryAddress(locale, one, Number(page));
    return country === one ? permanentRedirect(address) : redirect(address);
  }
  const slug = await slugOfPair(one, two);
  if (slug) redirect(localPath(locale, `/${slug}`));
  return { typed: [one, two].map((code) => countryName(code, locale)), missing: [one, two] };
}

/** What the first page says of itself. */
export async function generateMetadata(props: Props) {
  const [{ locale }, inVain, t] = await Promise.all([props.params, asked(props), getTranslations("home")]);
  return pageMetadata({
    locale,
    title: t("title"),
    description: t("description"),
    path: "/",
    unlisted: inVain !== undefined,
  });
}

/** The first page; with the names of two countries in its address their dossier. */
export default async function HomePage(props: Props) {
  const [{ locale }, inVain] = await Promise.all([props.params, asked(props)]);
  return <FirstPage locale={locale} inVain={inVain} />;
}
