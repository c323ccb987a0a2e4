import { getTranslations } from "next-intl/server";
import { hasCome } from "@/lib/domain/has-come";
import { showPartialDate } from "@/lib/domain/date-words";
import { shareImagePath } from "@/lib/routes";
import { site } from "@/lib/site";
import { dossierOr } from "../../answer";
import { drawableName, drawShareImage } from "../../share-image";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string }>;
}

/** `/{dossier}/share.png`: the image that stands beside links to a dossier's pages elsewhere. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug } = await params;
  const dossier = await dossierOr(slug, shareImagePath);
  if (dossier instanceof Response) return dossier;
  const t = await getTranslations({ locale: "en", namespace: "share" });
  const { countryA, countryB, established } = dossier.values;
  const { name, origin } = site();
  const image = await drawShareImage({
    names: [drawableName(countryA), drawableName(countryB)],
    since:
      established === undefined
        ? null
        : t(hasCome(established) ? "since" : "from", { date: showPartialDate(established) }),
    site: { name, host: new URL(origin).host },
  });
  return new Response(new Uint8Array(image), {
    headers: { "content-type": "image/png", "cache-control": "public, no-cache" },
  });
}
