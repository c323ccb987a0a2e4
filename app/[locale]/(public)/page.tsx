import { notFound, permanentRedirect, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countryAddress } from "@/components/public/dossier/country-address";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { slugOfPair } from "@/lib/published/country-dossiers";
import { noteTags } from "@/lib/published/note-tags";
import { localPath } from "@/lib/routes";
import { FirstPage } from "./first-page";
import { pageMetadata } from "./page-metadata";
import type { Props } from "./props";

/**
 * The two countries of which a dossier is looked for in vain; nothing where none is looked for. What is found has an address of
 * its own, as has all of one country, which once stood here.
 */
async function asked({ params, searchParams }: Props): Promise<[string, string] | undefined> {
  const [{ locale }, { country, with: other, page = "1" }] = await Promise.all([params, searchParams]);
  if (typeof country !== "string") return page === "1" ? undefined : notFound();
  if (typeof other !== "string") permanentRedirect(countryAddress(locale, country, Number(page)));
  const slug = await slugOfPair(country, other);
  if (slug) redirect(localPath(locale, `/${slug}`));
  // Of pairs without a dossier there are thousands of addresses.
  noteTags(notKeptTag);
  return [country, other];
}

/** What the first page says of itself. */
export async function generateMetadata(props: Props) {
  const [{ locale }, missing, t] = await Promise.all([props.params, asked(props), getTranslations("home")]);
  return pageMetadata({
    locale,
    title: t("title"),
    description: t("description"),
    path: "/",
    unlisted: missing !== undefined,
  });
}

/** The first page; with two countries in its address their dossier. */
export default async function HomePage(props: Props) {
  const [{ locale }, missing] = await Promise.all([props.params, asked(props)]);
  return <FirstPage locale={locale} missing={missing} />;
}
