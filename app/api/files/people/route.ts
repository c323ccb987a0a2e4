import { csvFile } from "@/lib/exchange/csv";
import type { DossierName } from "@/lib/exchange/site";
import { readPeople } from "@/lib/published/people-index";
import { site } from "@/lib/site";
import { file } from "../answer";
import { FileBody } from "../file-body";

export const dynamic = "force-dynamic";

/** People belong to no dossier: no column of theirs names one. */
const none: DossierName = { slug: "", title: "", countries: ["", ""] };

/** `/people.csv`: everyone of whom there is a page. */
export async function GET(): Promise<Response> {
  const table = csvFile("person", { site: site(), dossier: none });
  const body = new FileBody();
  try {
    await readPeople({
      start: (count) => body.write(table.start(count)),
      batch: (batch) => body.write(table.batch(batch)),
    });
    await body.write(table.end());
    return file(await body.read(), "csv", "people");
  } catch (error) {
    await body.discard();
    throw error;
  }
}
