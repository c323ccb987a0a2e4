import { getTranslations } from "next-intl/server";
import { countryInText, countryName } from "@/lib/domain/countries";
import { type CiteFormat, citeFormats } from "@/lib/domain/cite-formats";
import { citationIn } from "@/lib/exchange/cite";
import { dateWords } from "@/components/public/frame/date-text";
import { readDay } from "@/lib/domain/as-of/as-of-day";
import { showPartialDate } from "@/lib/domain/date-words";
import { type DossierKindKey, kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { readMoment, spellInstant } from "@/lib/domain/stood/moment";
import { type Citable, citableDossier, citableList, citableRecord } from "@/lib/published/citable";
import { type DossierReads, readsOfNow } from "@/lib/published/dossier-reads";
import { stoodDossier } from "@/lib/published/stood/open-stood";
import { isCited, readRoute, type Route, versionPathOf } from "@/lib/routes";
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

/**
 * `/{page}/cite.bib`, `.ris` and `.json`: how a dossier, one of its lists or a record is cited; with the query of a view of it
 * (`on`, `stood`) how that is.
 */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { format, path } = await params;
  const page = readRoute(`/${path.join("/")}`)?.page;
  if (!isFormat(format) || !isCited(page)) return noFile();
  const below = path
    .slice(1)
    .map((segment) => `/${segment}`)
    .join("");
  const dossier = await dossierOr(page.dossier, (now) => `/${now}${below}/cite.${format}`);
  if (dossier instanceof Response) return dossier;
  const query = new URL(request.url).searchParams;
  const day = page.is === "dossier" ? readDay(query.get("on")) : null;
  const moment = day ? null : readMoment(query.get("stood"));
  const viewed = moment ? await stoodDossier(dossier.id, kindsOf(page), moment.at) : null;
  if (viewed && viewed.is !== "stood") return noFile();
  const own = viewed?.record ?? dossier;
  const citable = await citableAt(page, own, viewed?.reads ?? readsOfNow(dossier.id));
  if (!citable) return noFile();
  const { title, changed, version, id } = citable;
  const since = moment?.spelled ?? spellInstant([changed, own.updatedAt].sort().at(-1)!);
  const view = day ? `?on=${day}` : `?stood=${since}`;
  const body = citationIn(format, {
    title: title ?? (await titleOf(page, path, own, day)),
    within: page.is === "dossier" && !day ? null : own.title,
    site: site().name,
    address:
      site().origin +
      (id !== undefined && version !== undefined
        ? versionPathOf(dossier.slug, id, version)
        : `/${dossier.slug}${below}${version === undefined ? view : ""}`),
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

type Page = Extract<NonNullable<Route["page"]>, { is: "dossier" | "list" | "record" }>;

/** The kinds of records of which a page is put together. */
function kindsOf(page: Page): DossierKindKey[] {
  const all = kindKeys.filter((key): key is DossierKindKey => kindOf(key).inDossier);
  return page.is === "dossier" || !kindOf(page.kind).inDossier ? all : all.filter((key) => key === page.kind);
}

function citableAt(
  page: Page,
  own: PublishedRecord<"dossier">,
  reads: DossierReads,
): Promise<Citable | null> {
  if (page.is === "dossier") return citableDossier(own, reads);
  if (page.is === "list") return citableList(own, page.kind, reads);
  return citableRecord(own, page.kind, page.slug, reads);
}

/** What is cited where it has no title of its own: a list, a year of trade with the records of several reporters, a day. */
async function titleOf(page: Page, path: string[], own: PublishedRecord<"dossier">, day: string | null) {
  const t = await getTranslations({ locale: "en" });
  const codes = [own.values.countryA, own.values.countryB];
  if (page.is === "list") return t(`dossier.parts.${path[1]}`);
  if (page.is === "record") {
    const [a = "", b = ""] = codes.map((code) => countryInText(code));
    return t("trade.yearTitle", { a, b, year: page.slug });
  }
  if (day === null) return own.title;
  const pair = codes.map((code) => countryName(code)).join("–");
  return t("asOf.heading", {
    pair,
    day: showPartialDate(
      day,
      "en",
      dateWords((key) => t.raw(`dates.${key}`)),
    ),
  });
}

function isFormat(format: string): format is CiteFormat {
  return Object.hasOwn(citeFormats, format);
}
