import { getTranslations } from "next-intl/server";
import { atomOf } from "@/lib/exchange/atom";
import { feedPath } from "@/lib/routes";
import { site, siteName } from "@/lib/site";
import { dossierOr, file } from "../../answer";
import { pageOfFeed } from "../../feed-page";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string }>;
}

/** `/{dossier}/feed.atom`: what changed last in one dossier. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug } = await params;
  const dossier = await dossierOr(slug, feedPath);
  if (dossier instanceof Response) return dossier;
  const { changes, withdrawals, self, next } = await pageOfFeed(request, feedPath(dossier.slug), dossier.id);
  const [t, log] = await Promise.all([
    getTranslations({ locale: "en", namespace: "changes" }),
    getTranslations({ locale: "en", namespace: "changeLog" }),
  ]);
  const feed = atomOf(changes, {
    site: site(),
    title: `${dossier.title} · ${siteName}`,
    page: `/${dossier.slug}`,
    ...{ self, next },
    since: dossier.updatedAt,
    word: (kind) => t(`kinds.${kind}`),
    happened: (isNew) => t(isNew ? "added" : "changed"),
    withdrawals: withdrawals.map((one) => ({
      ...one,
      title: `${t(`kinds.${one.kind}`)} ${log("withdrawn")}`,
    })),
  });
  return file(feed, "atom", dossier.slug);
}
