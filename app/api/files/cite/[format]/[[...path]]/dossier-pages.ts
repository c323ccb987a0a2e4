/** What there is to cite at the pages of a dossier, as it is recorded now or as it stood at a moment. */
import { getTranslations } from "next-intl/server";
import { countryInText } from "@/lib/domain/countries";
import { type DossierKindKey, kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { type Moment, readMoment, spellInstant } from "@/lib/domain/stood/moment";
import { type Citable, citableDossier, citableList, citableRecord } from "@/lib/published/citable";
import { type DossierReads, readsOfNow } from "@/lib/published/dossier-reads";
import { atMoment } from "@/lib/published/stood/at-moment";
import { stoodDossier } from "@/lib/published/stood/open-stood";
import { versionPathOf } from "@/lib/record-paths";
import type { Cited } from "@/lib/route-targets";
import { type CitedPage, dayPage, pageBeside } from "./cited-pages";

type OfDossier = Extract<Cited, { dossier: string }>;
/** The pages that are put together of records, or show one. */
type Page = Extract<OfDossier, { is: "dossier" | "list" | "record" }>;
type Dossier = PublishedRecord<"dossier">;

interface Found extends CitedPage {
  /** The query of the view of the page that is cited, with its question mark. */
  view: string;
  /** Of a version the path, with its query, at which it is shown for good. */
  lasting?: string;
}

/** How a page of a published dossier is cited; null where there is none, or nothing of the moment that is asked for. */
export async function dossierPage(
  page: OfDossier,
  dossier: Dossier,
  query: URLSearchParams,
): Promise<Found | null> {
  if (page.is !== "dossier" && page.is !== "list" && page.is !== "record") {
    const found = await pageBeside(page, dossier, query);
    return found && { ...found, view: query.size > 0 ? `?${query.toString()}` : "" };
  }
  const moment = readMoment(query.get("stood"));
  const read = moment ? await readAt(page, dossier, moment) : { own: dossier, reads: readsOfNow(dossier.id) };
  const citable = read && (await citableAt(page, read.own, read.reads));
  if (!read || !citable) return null;
  const { own } = read;
  const { changed, version, id } = citable;
  const day = page.is === "dossier" ? await dayPage(own, query, changed) : null;
  if (day) return { ...day, view: `?on=${query.get("on")}` };
  const since = moment?.spelled ?? spellInstant([changed, own.updatedAt].sort().at(-1)!);
  return {
    title: citable.title ?? (await titleOf(page, own)),
    within: page.is === "dossier" ? null : own.title,
    changed,
    // What has versions is cited by them.
    ...(version !== undefined && { version }),
    view: version === undefined ? `?stood=${since}` : "",
    ...(id !== undefined && version !== undefined && { lasting: versionPathOf(dossier.slug, id, version) }),
  };
}

async function readAt(page: Page, dossier: Dossier, moment: Moment) {
  const all = kindKeys.filter((key): key is DossierKindKey => kindOf(key).inDossier);
  const isOfOne = page.is !== "dossier" && kindOf(page.kind).inDossier;
  const kinds = isOfOne ? all.filter((key) => key === page.kind) : all;
  const stood = await atMoment(moment, (at) => stoodDossier(dossier.id, kinds, at));
  return stood.is === "stood" ? { own: stood.record, reads: stood.reads } : null;
}

function citableAt(page: Page, own: Dossier, reads: DossierReads): Promise<Citable | null> {
  if (page.is === "dossier") return citableDossier(own, reads);
  if (page.is === "list") return citableList(own, page.kind, reads);
  return citableRecord(own, page.kind, page.slug, reads);
}

/** What is cited that has no title of its own: the dossier, a list, a year of trade with the records of several reporters. */
async function titleOf(page: Page, own: Dossier): Promise<string> {
  if (page.is === "dossier") return own.title;
  const t = await getTranslations({ locale: "en" });
  if (page.is === "list") return t(`${kindOf(page.kind).path}.heading`);
  const [a = "", b = ""] = [own.values.countryA, own.values.countryB].map((code) => countryInText(code));
  return t("trade.yearTitle", { a, b, year: page.slug });
}
