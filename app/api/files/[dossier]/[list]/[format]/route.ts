import { kindAtPath } from "@/lib/domain/kinds/registry";
import { csvOf } from "@/lib/exchange/csv";
import { csvwOf } from "@/lib/exchange/csvw";
import { jsonOf } from "@/lib/exchange/json";
import { dossierOr, file, isFormat, noFile } from "../../../answer";
import { listFile } from "../../../records";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string; list: string; format: string }>;
}

/** `/{dossier}/{list}.csv`, `.json` and `.csv-metadata.json`: a dossier's records of one kind. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug, list, format } = await params;
  const kind = kindAtPath(list);
  if (!kind || kind === "dossier" || !isFormat(format) || format === "atom") return noFile();
  const dossier = await dossierOr(slug, (now) => `/${now}/${list}.${format}`);
  if (dossier instanceof Response) return dossier;

  const { records, context } = await listFile(dossier, kind);
  const name = `${dossier.slug}-${list}`;
  if (format === "csv") return file(csvOf(kind, records, context), format, name);
  if (format === "json") return file(jsonOf(kind, records, context), format, name);
  return file(`${JSON.stringify(csvwOf(kind, context), null, 2)}\n`, format, name);
}
