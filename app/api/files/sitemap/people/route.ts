import { sitemapOf, mostInFile } from "@/lib/exchange/sitemap";
import { peopleAddresses } from "@/lib/published/people";
import { sitePath } from "@/lib/record-paths";
import { peoplePath } from "@/lib/routes";
import { site } from "@/lib/site";
import { xmlFile } from "../../answer";

export const dynamic = "force-dynamic";

/** `/sitemap-people.xml`: the index of people and the page of each, those published first where there are more than a file holds. */
export async function GET(): Promise<Response> {
  const people = await peopleAddresses(mostInFile - 1);
  const pages = people.flatMap((person) => {
    const path = sitePath({ kind: "person", slug: person.slug });
    return path ? { path, updatedAt: person.updatedAt } : [];
  });
  const all = pages.length > 0 ? [{ path: peoplePath }, ...pages] : [];
  return xmlFile(sitemapOf(site().origin, all));
}
