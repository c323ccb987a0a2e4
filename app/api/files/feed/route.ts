import { getTranslations } from "next-intl/server";
import { recentChanges } from "@/lib/published/changes";
import { withOpenings } from "@/lib/published/openings";
import { atomOf } from "@/lib/exchange/atom";
import { site, siteName } from "@/lib/site";
import { file } from "../answer";

export const dynamic = "force-dynamic";

/** `/feed.atom`: what changed last on the whole site. */
export async function GET(): Promise<Response> {
  const changes = await withOpenings(await recentChanges({ limit: 50 }));
  const t = await getTranslations({ locale: "en", namespace: "changes" });
  const feed = atomOf(changes, {
    site: site(),
    title: siteName,
    page: "/",
    self: "/feed.atom",
    since: "1970-01-01T00:00:00Z",
    word: (kind) => t(`kinds.${kind}`),
    happened: (isNew) => t(isNew ? "added" : "changed"),
  });
  return file(feed, "atom", "entente");
}
