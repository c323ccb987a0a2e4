import { kindAtPath } from "@/lib/domain/kinds/registry";
import { dossierName } from "@/lib/exchange/site";
import { readTable } from "@/lib/published/table-records";
import { tablePath } from "@/lib/routes";
import { site } from "@/lib/site";
import { dossierOr, isFormat, noFile } from "../../../answer";
import { tableAnswer } from "../../../table-answer";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string; list: string; format: string }>;
}

/** `/{dossier}/{list}.csv`, `.spreadsheet.csv`, `.xlsx`, `.json` and `.csv-metadata.json`: a dossier's records of one kind. */
export async function GET({ signal }: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug, list, format } = await params;
  const kind = kindAtPath(list);
  if (!kind || kind === "dossier" || kind === "person" || !isFormat(format) || format === "atom")
    return noFile();
  const dossier = await dossierOr(slug, (now) => `/${now}/${list}.${format}`);
  if (dossier instanceof Response) return dossier;

  const place = { site: site(), dossier: dossierName(dossier) };
  const name = `${dossier.slug}-${list}`;
  const asText = tablePath(kind, slug, "spreadsheet.csv");
  return tableAnswer({ kind, place, format, name, asText, gone: signal }, (reader) =>
    readTable(dossier.id, kind, reader),
  );
}
