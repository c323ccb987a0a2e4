import { getTranslations } from "next-intl/server";
import { hasCome } from "@/lib/domain/has-come";
import { showPartialDate } from "@/lib/domain/date-words";
import type { PublishedRecord } from "@/lib/domain/published";
import { kindOfListAt } from "@/lib/routes";
import { shareImagePath } from "@/lib/share-images";
import { dossierOr, noFile } from "../../../answer";
import { drawableName, shareAnswer } from "../../../share-image";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string; list?: string[] }>;
}

/**
 * `/{dossier}/share.png`, and `/{dossier}/share-{list}.png` of one of its lists: the image that stands beside links to a dossier's
 * pages elsewhere.
 */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug, list: [list] = [] } = await params;
  if (list !== undefined && kindOfListAt(list) === undefined) return noFile();
  const dossier = await dossierOr(slug, (now) => shareImagePath(now, list));
  if (dossier instanceof Response) return dossier;
  const { countryA, countryB } = dossier.values;
  return shareAnswer({
    lines: [
      { text: drawableName(countryA), signs: ["a"] },
      { text: drawableName(countryB), signs: ["b"] },
    ],
    below:
      list === undefined
        ? await sinceWhen(dossier)
        : (await getTranslations({ locale: "en" }))(`${list}.heading`),
  });
}

/** How long they have had relations, in words; null where that is not recorded. */
async function sinceWhen({ values }: PublishedRecord<"dossier">): Promise<string | null> {
  const { established } = values;
  if (established === undefined) return null;
  const t = await getTranslations({ locale: "en", namespace: "share" });
  return t(hasCome(established) ? "since" : "from", { date: showPartialDate(established) });
}
