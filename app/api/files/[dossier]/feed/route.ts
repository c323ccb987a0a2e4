import { getTranslations } from "next-intl/server";
import { recentChanges } from "@/lib/published/changes";
import { withOpenings } from "@/lib/published/openings";
import { atomOf } from "@/lib/exchange/atom";
import { site, siteName } from "@/lib/site";
import { dossierOr, file } from "../../answer";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string }>;
}

/** `/{dossier}/feed.atom`: what changed last in one dossier. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug } = await params;
  const dossier = await dossierOr(slug, (now) => `/${now}/feed.atom`);
  if (dossier instanceof Response) return dossier;
  const changes = await withOpenings(await recentChanges({ dossierId: dossier.id, limit: 50 }));
  const t = await getTranslations({ locale: "en", namespace: "changes" });
  const feed = atomOf(changes, {
    site: site(),
    title: `${dossier.title} · ${siteName}`,
    page: `/${dossier.slug}`,
    self: `/${dossier.slug}/feed.atom`,
    since: dossier.updatedAt,
    word: (kind) => t(`kinds.${kind}`),
    happened: (isNew) => t(isNew ? "added" : "changed"),
  });
  return file(feed, "atom", dossier.slug);
}
