import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { languageShown } from "@/lib/domain/languages";
import { termOf } from "@/lib/domain/offices";
import { DateText } from "../frame/date-text";
import { Facts } from "../frame/facts";
import { isolated, Name } from "../frame/name";
import { Prose } from "../frame/prose";
import type { Viewed } from "../frame/setting";

/** Who a person is: names, country, offices. */
export function PersonFacts({ record }: { record: Viewed<"person"> }) {
  const t = useTranslations("persons");
  const locale = useLocale();
  const { names = [], country, offices = [], wikidata, note } = record.values;
  return (
    <div className="grid gap-10">
      <Facts
        facts={[
          names.length > 0
            ? {
                term: t("otherNames"),
                is: names.map(({ name, language }) =>
                  language
                    ? t("inLanguage", {
                        name: isolated(name ?? ""),
                        language: languageShown(language, locale),
                      })
                    : name && <Name key={name}>{name}</Name>,
                ),
              }
            : null,
          country ? { term: t("country"), is: countryName(country, locale) } : null,
          {
            term: t("offices"),
            is:
              offices.length > 0
                ? offices.map((office, index) => <Office key={office.id ?? index} {...office} />)
                : undefined,
          },
          wikidata
            ? {
                term: t("wikidata"),
                is: (
                  <a
                    className="outside"
                    href={`https://www.wikidata.org/wiki/${wikidata}`}
                    rel="external noopener"
                  >
                    {wikidata}
                  </a>
                ),
              }
            : null,
        ]}
      />
      {note && <Prose text={note} className="lg:ml-64" />}
    </div>
  );
}

type OfficeRow = NonNullable<Viewed<"person">["values"]["offices"]>[number];

/** "Minister of Foreign Affairs (Kazakhstan), 2012 – 2016". */
function Office({ office, country, from, to }: Partial<OfficeRow>) {
  const t = useTranslations("persons");
  const locale = useLocale();
  const said = office && country ? t("officeOf", { office, country: countryName(country, locale) }) : office;
  const term = termOf({ from, to });
  return (
    <>
      {said}
      {term && (
        <>
          , <DateText value={term} />
        </>
      )}
    </>
  );
}
