import { useLocale } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { sitePath } from "@/lib/record-paths";
import { localPath } from "@/lib/routes";
import { Name } from "../frame/name";

/** A person as the index lists them. */
export interface PersonLine {
  id: string;
  slug: string;
  name: string;
  country: string | null;
}

/** People by name in columns, each with their country; as they stood at a moment, spelled as in addresses, where one is given. */
export function PeopleList({ people, stood }: { people: readonly PersonLine[]; stood?: string }) {
  const locale = useLocale();
  return (
    <ul className="gap-x-10 sm:columns-2 lg:columns-3">
      {people.map(({ id, slug, name, country }) => (
        <li key={id} className="break-inside-avoid border-b border-rule py-2">
          <a
            href={
              localPath(locale, sitePath({ kind: "person", slug }) ?? "/") + (stood ? `?stood=${stood}` : "")
            }
          >
            <Name>{name}</Name>
          </a>
          {country && <span className="label block">{countryName(country, locale)}</span>}
        </li>
      ))}
    </ul>
  );
}
