import { type CiteFormat, citeFormats } from "@/lib/domain/cite-formats";
import { cacheTag } from "@/lib/domain/cache-tags";
import { citationIn } from "@/lib/exchange/cite";
import { noteTags } from "@/lib/published/note-tags";
import { isCited } from "@/lib/route-targets";
import { readRoute } from "@/lib/routes";
import { site } from "@/lib/site";
import { dossierOr, noFile } from "../../../answer";
import { sitePage } from "./cited-pages";
import { dossierPage } from "./dossier-pages";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ format: string; path?: string[] }>;
}

const types: Record<CiteFormat, string> = {
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  json: "application/vnd.citationstyles.csl+json; charset=utf-8",
};

/** `/{page}/cite.bib`, `.ris` and `.json`: how a page is cited; with the query of a view of it how that is. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { format, path = [] } = await params;
  const own = `/${path.join("/")}`;
  const page = readRoute(own)?.page;
  if (!isFormat(format) || !isCited(page)) return noFile();
  const query = new URL(request.url).searchParams;
  if (!("dossier" in page)) {
    const found = await sitePage(page, query);
    if (!found) return noFile();
    const { view = asked(query), ...cited } = found;
    return answer(format, path, { ...cited, at: own + view });
  }
  const below = path.slice(1).map((segment) => `/${segment}`);
  const dossier = await dossierOr(page.dossier, (now) => `/${now}${below.join("")}/cite.${format}`);
  if (dossier instanceof Response) return dossier;
  noteTags(cacheTag.record(dossier.id));
  const found = await dossierPage(page, dossier, query);
  if (!found) return noFile();
  const { lasting, view, ...cited } = found;
  return answer(format, path, { ...cited, at: lasting ?? `/${dossier.slug}${below.join("")}${view}` });
}

/** A query as addresses have it, with its question mark; empty for none. */
function asked(query: URLSearchParams): string {
  return query.size > 0 ? `?${query.toString()}` : "";
}

interface Answered {
  title: string;
  within: string | null;
  changed: string;
  version?: number;
  /** The path, with its query, at which it is found. */
  at: string;
}

function answer(format: CiteFormat, path: readonly string[], { at, ...cited }: Answered): Response {
  const { origin, name } = site();
  const body = citationIn(format, {
    ...cited,
    site: name,
    address: origin + at,
    accessed: new Date().toISOString(),
  });
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `inline; filename="${path.join("-") || "home"}.${format}"`,
      "cache-control": "public, no-cache",
    },
  });
}

function isFormat(format: string): format is CiteFormat {
  return Object.hasOwn(citeFormats, format);
}
