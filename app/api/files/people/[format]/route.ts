import { tablePath } from "@/lib/routes";
import { readPeople } from "@/lib/published/people-index";
import { site } from "@/lib/site";
import { isFormat, noFile } from "../../answer";
import { tableAnswer } from "../../table-answer";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ format: string }>;
}

/** `/people.csv`, `.spreadsheet.csv`, `.xlsx`, `.json` and `.csv-metadata.json`: everyone of whom there is a page. */
export async function GET({ signal }: Request, { params }: Asked): Promise<Response> {
  const { format } = await params;
  if (!isFormat(format) || format === "atom") return noFile();
  const place = { site: site(), dossier: null };
  const asked = {
    kind: "person",
    place,
    format,
    name: "people",
    asText: tablePath("person", null, "spreadsheet.csv"),
  } as const;
  return tableAnswer({ ...asked, gone: signal }, readPeople);
}
