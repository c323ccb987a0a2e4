import { getTranslations } from "next-intl/server";
import { countryInText } from "@/lib/domain/countries";
import { type CiteFormat, citeFormats } from "@/lib/domain/cite-formats";
import { citationIn } from "@/lib/exchange/cite";
import { citableDossier, citableList, citableRecord } from "@/lib/published/citable";
import { isCited, readRoute, versionPathOf } from "@/lib/routes";
import { site } from "@/lib/site";
import { dossierOr, noFile } from "../../../answer";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ format: string; path: string[] }>;
}

const types: Record<CiteFormat, string> = {
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  json: "application/vnd.citationstyles.csl+json; charset=utf-8",
};

/** `/{page}/cite.bib`, `.ris` and `.json`: how a dossier, one of its lists or a record is cited. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { format, path } = await params;
  const page = readRoute(`/${path.join("/")}`)?.page;
  if (!isFormat(format) || !isCited(page)) return noFile();
  const below = path
    .slice(1)
    .map((segment) => `/${segment}`)
    .join("");
  const dossier = await dossierOr(page.dossier, (now) => `/${now}${below}/cite.${format}`);
  if (dossier instanceof Response) return dossier;
  const t = await getTranslations({ locale: "en" });
  const [a, b] = [dossier.values.countryA, dossier.values.countryB].map((code) => countryInText(code));
  const citable =
    page.is === "dossier"
      ? await citableDossier(dossier)
      : page.is === "list"
        ? await citableList(dossier, page.kind)
        : await citableRecord(dossier, page.kind, page.slug);
  if (!citable) return noFile();
  const { title, changed, version, id } = citable;
  // A year of trade has the records of several reporters, and no title of its own.
  const untitled =
    page.is === "list"
      ? t(`dossier.parts.${path[1]}`)
      : page.is === "record"
        ? t("trade.yearTitle", { a: a ?? "", b: b ?? "", year: page.slug })
        : dossier.title;
  const body = citationIn(format, {
    title: title ?? untitled,
    within: page.is === "dossier" ? null : dossier.title,
    site: site().name,
    address:
      site().origin +
      (id !== undefined && version !== undefined
        ? versionPathOf(dossier.slug, id, version)
        : `/${dossier.slug}${below}`),
    changed,
    accessed: new Date().toISOString(),
    ...(version !== undefined && { version }),
  });
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `inline; filename="${path.join("-")}.${format}"`,
      "cache-control": "public, no-cache",
    },
  });
}

function isFormat(format: string): format is CiteFormat {
  return Object.hasOwn(citeFormats, format);
}
