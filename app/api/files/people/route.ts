import { csvFile } from "@/lib/exchange/csv";
import type { DossierName } from "@/lib/exchange/site";
import { readPeople } from "@/lib/published/people-index";
import { site } from "@/lib/site";
import { tableAnswer } from "../table-answer";

export const dynamic = "force-dynamic";

/** People belong to no dossier: no column of theirs names one. */
const none: DossierName = { slug: "", title: "", countries: ["", ""] };

/** `/people.csv`: everyone of whom there is a page. */
export async function GET({ signal }: Request): Promise<Response> {
  const table = csvFile("person", { site: site(), dossier: none });
  return tableAnswer(table, readPeople, { format: "csv", name: "people", gone: signal });
}
